// The three kinds as a row of buttons.

import { use } from "react";
import { useTranslations } from "use-intl";
import type { KindId, Scheme } from "#domain/scheme/scheme.ts";
import { KeyHint, Keys } from "../keys/key-hints.tsx";
import { walkWithArrows } from "../ui/arrow-keys.ts";
import { classes } from "../ui/classes.ts";
import { Glyph } from "./label-name.tsx";

type KindButtonsProps = {
  readonly scheme: Scheme;
  /** What the row does, for those who cannot see where it stands. */
  readonly label: string;
  /** The kind that is set, where one is. */
  readonly value?: KindId;
  /** `byKey` when the button was pressed on the keyboard. */
  readonly onPick: (kind: KindId, byKey: boolean) => void;
};

export function KindButtons({ scheme, label, value, onPick }: KindButtonsProps) {
  const words = useTranslations("margin");
  const keys = use(Keys);
  return (
    <div
      role="toolbar"
      aria-label={label}
      onKeyDown={walkWithArrows}
      // a press must not take away the selection that it is about
      onMouseDown={(event) => event.preventDefault()}
      className="flex gap-1 max-[22.5rem]:flex-wrap"
    >
      {scheme.kinds.map((kind) => (
        <button
          key={kind.id}
          type="button"
          data-kind={kind.id}
          aria-keyshortcuts={keys[kind.id] ?? undefined}
          aria-pressed={value === undefined ? undefined : value === kind.id}
          aria-description={words("select-unit", { unit: kind.unit })}
          onClick={(event) => onPick(kind.id, event.detail === 0)}
          className={classes(
            "flex h-9 grow items-center justify-center gap-2 rounded-md px-2 font-medium text-(--line) hover:bg-(--tint) pointer-coarse:h-11",
            value === kind.id && "bg-(--tint)",
          )}
        >
          <Glyph kind={kind.id} glyph={kind.glyph} />
          <bdi>{kind.name}</bdi>
          <KeyHint command={kind.id} />
        </button>
      ))}
    </div>
  );
}
