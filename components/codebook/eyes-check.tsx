// What the three kinds look like to those who see fewer colours.

import { formatHex } from "culori/fn";
import { TriangleAlert } from "lucide-react";
import { useFormatter, useTranslations } from "use-intl";
import { kindOf, type Scheme } from "#domain/scheme/scheme.ts";
import { ownStyle } from "../ui/own-style.ts";
import { EYES, type Eyes, type Likeness, likenessesOf, seenBy } from "./colour-checks.ts";
import { PAGE, THEMES, type Theme } from "./page-colours.ts";

export function EyesCheck({ scheme }: { readonly scheme: Scheme }) {
  const words = useTranslations("scheme");
  const likenesses = likenessesOf(scheme);
  return (
    <section className="flex flex-col gap-3">
      <h2 className="font-semibold text-[1rem]">{words("eyes")}</h2>
      <ul className="flex flex-col gap-2 text-sm">
        {EYES.map((eyes) => (
          <li key={eyes} className="flex items-center gap-2">
            <span className="grow">{words(eyes)}</span>
            {THEMES.map((theme) => (
              <SeenKinds key={theme} {...{ scheme, theme, eyes }} />
            ))}
          </li>
        ))}
      </ul>
      <div role="status" className="flex flex-col gap-2 text-sm">
        {likenesses.length === 0 ? (
          <p className="text-muted">{words("all-differ")}</p>
        ) : (
          likenesses.map((likeness) => (
            <LikenessWarning
              key={`${likeness.theme} ${likeness.kinds.join(" ")}`}
              {...{ scheme, likeness }}
            />
          ))
        )}
      </div>
      <p className="text-muted text-sm">{words("lines-differ")}</p>
    </section>
  );
}

type SeenKindsProps = {
  readonly scheme: Scheme;
  readonly theme: Theme;
  readonly eyes: Eyes;
};

/** Three strokes beside each other; the sentences below say the same. */
function SeenKinds({ scheme, theme, eyes }: SeenKindsProps) {
  return (
    <span
      aria-hidden
      className="flex gap-1 rounded-sm border border-rule p-1.5"
      ref={ownStyle({ backgroundColor: PAGE[theme].grounds[0] })}
    >
      {scheme.kinds.map(({ id, colours }) => (
        <span
          key={id}
          className="h-4 w-5 rounded-xs"
          ref={ownStyle({ backgroundColor: formatHex(seenBy(eyes, colours[theme].line)) })}
        />
      ))}
    </span>
  );
}

type LikenessWarningProps = { readonly scheme: Scheme; readonly likeness: Likeness };

function LikenessWarning({ scheme, likeness: { kinds, theme, eyes } }: LikenessWarningProps) {
  const words = useTranslations("scheme");
  const format = useFormatter();
  const [one, other] = kinds.map((id) => kindOf(scheme, id).name);
  const names = { one: one ?? "", other: other ?? "" };
  const some = format.list(eyes.map((each) => words(each)));
  return (
    <p className="flex gap-2 text-danger">
      <TriangleAlert size={16} aria-hidden className="mt-0.5 shrink-0" />
      <span>
        {eyes.includes("all-cones")
          ? words(`alike-all-${theme}`, names)
          : words(`alike-${theme}`, { ...names, eyes: some })}
      </span>
    </p>
  );
}
