// The colours of a kind in the light and in the dark, each with what can be read in it.

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { Kind, Shades } from "#domain/scheme/scheme.ts";
import { changeKind } from "#domain/scheme/scheme-changes.ts";
import { Button } from "../ui/button.tsx";
import { ownStyle } from "../ui/own-style.ts";
import { ColourField } from "./colour-field.tsx";
import { ContrastList } from "./contrast-list.tsx";
import { coloursFrom, readable } from "./derived-colours.ts";
import { PAGE, THEMES, type Theme } from "./page-colours.ts";
import type { Editor } from "./use-editor.ts";

type ColourEditorProps = { readonly kind: Kind; readonly editor: Editor };

/** One colour of a kind. */
type Slot = `${Theme} ${keyof Shades}`;

export function ColourEditor({ kind, editor: { draft, change } }: ColourEditorProps) {
  const words = useTranslations("scheme");
  const [own, setOwn] = useState<ReadonlySet<Slot>>(new Set());
  const { id, colours } = kind;
  const put = (next: Kind["colours"], slot: Slot): void =>
    change(changeKind(draft.now, id, { colours: next }), `${id} ${slot}`);
  const setShade = (theme: Theme, part: keyof Shades, colour: string): void => {
    const slot: Slot = `${theme} ${part}`;
    if (slot === "light line") {
      put(led(colours, coloursFrom(colour), own), slot);
      return;
    }
    setOwn(new Set([...own, slot]));
    put({ ...colours, [theme]: { ...colours[theme], [part]: colour } }, slot);
  };
  return (
    <section className="flex flex-col gap-4">
      <div>
        <h2 className="font-semibold text-[1rem]">{words("colours")}</h2>
        <p className="text-muted text-sm">{words("derived")}</p>
      </div>
      {THEMES.map((theme) => (
        <ThemeColours
          key={theme}
          {...{ kind, theme }}
          onShade={(part, colour) => setShade(theme, part, colour)}
          onReadable={() => setShade(theme, "line", readable(colours[theme], theme).line)}
        />
      ))}
      {own.size > 0 && (
        <Button
          className="self-start"
          onClick={() => {
            setOwn(new Set());
            change(changeKind(draft.now, id, { colours: coloursFrom(colours.light.line) }));
          }}
        >
          {words("derive")}
        </Button>
      )}
    </section>
  );
}

/** The colours that a new line in the light leads to, but for those that somebody chose. */
function led(
  now: Kind["colours"],
  derived: Kind["colours"],
  own: ReadonlySet<Slot>,
): Kind["colours"] {
  const kept = (theme: Theme, part: keyof Shades): string =>
    (own.has(`${theme} ${part}`) ? now : derived)[theme][part];
  return {
    light: { line: derived.light.line, tint: kept("light", "tint") },
    dark: { line: kept("dark", "line"), tint: kept("dark", "tint") },
  };
}

type ThemeColoursProps = {
  readonly kind: Kind;
  readonly theme: Theme;
  readonly onShade: (part: keyof Shades, colour: string) => void;
  /** Makes the line readable. */
  readonly onReadable: () => void;
};

function ThemeColours({ kind, theme, onShade, onReadable }: ThemeColoursProps) {
  const words = useTranslations("scheme");
  const shades = kind.colours[theme];
  return (
    <fieldset className="flex flex-col gap-3 rounded-md border border-rule p-4">
      <legend className="px-1 font-medium">{words(theme)}</legend>
      <Sample kind={kind} theme={theme} />
      <div className="grid grid-cols-2 gap-3">
        {(["line", "tint"] as const).map((part) => (
          <ColourField
            key={part}
            label={words(part)}
            value={shades[part]}
            onChange={(colour) => onShade(part, colour)}
          />
        ))}
      </div>
      <ContrastList {...{ shades, theme, onReadable }} />
    </fieldset>
  );
}

/** How marked words and the name of the kind look, whatever theme the page has; how well they can be read is told below it. */
function Sample({ kind, theme }: Pick<ThemeColoursProps, "kind" | "theme">) {
  const words = useTranslations("scheme");
  const { ink, grounds } = PAGE[theme];
  const { line, tint } = kind.colours[theme];
  return (
    <p
      aria-hidden
      className="rounded-sm px-3 py-2 font-serif text-[1.0625rem]"
      ref={ownStyle({ color: ink, backgroundColor: grounds[0] })}
    >
      <span
        ref={ownStyle({
          backgroundColor: tint,
          textDecoration: `underline ${kind.underline} 2px ${line}`,
          textUnderlineOffset: "4px",
        })}
      >
        {words("sample")}
      </span>{" "}
      <span
        dir="auto"
        className="font-sans font-semibold text-base"
        ref={ownStyle({ color: line })}
      >
        {kind.name}
      </span>
    </p>
  );
}
