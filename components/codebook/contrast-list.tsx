// How well a kind's colours can be read in one theme, and what to do where they cannot.

import { Check, TriangleAlert } from "lucide-react";
import { useFormatter, useTranslations } from "use-intl";
import type { Shades } from "#domain/scheme/scheme.ts";
import { Button } from "../ui/button.tsx";
import { type Contrast, contrastsOf, LEAST_CONTRAST } from "./colour-checks.ts";
import type { Theme } from "./page-colours.ts";

type ContrastListProps = {
  readonly shades: Shades;
  readonly theme: Theme;
  readonly onReadable: () => void;
};

export function ContrastList({ shades, theme, onReadable }: ContrastListProps) {
  const words = useTranslations("scheme");
  const contrasts = contrastsOf(shades, theme);
  const poor = new Set(contrasts.filter(({ isEnough }) => !isEnough).map(({ place }) => place));
  return (
    <>
      <ul aria-label={words("contrast")} className="flex flex-col text-sm">
        {contrasts.map((contrast) => (
          <ContrastLine key={contrast.place} contrast={contrast} />
        ))}
      </ul>
      {(poor.has("line-on-page") || poor.has("line-on-tint")) && (
        <div role="status" className="flex flex-col items-start gap-2 text-sm">
          <p className="text-danger">
            {words(theme === "light" ? "line-too-light" : "line-too-dark")}
          </p>
          <Button onClick={onReadable}>
            {words(theme === "light" ? "make-darker" : "make-lighter")}
          </Button>
        </div>
      )}
      {poor.has("words-on-tint") && (
        <p role="status" className="text-danger text-sm">
          {words(theme === "light" ? "tint-too-dark" : "tint-too-light")}
        </p>
      )}
    </>
  );
}

function ContrastLine({ contrast: { place, ratio, isEnough } }: { readonly contrast: Contrast }) {
  const words = useTranslations("scheme");
  const format = useFormatter();
  // never rounded up to what it is not
  const shown = format.number(Math.floor(ratio * 10) / 10, { minimumFractionDigits: 1 });
  const Sign = isEnough ? Check : TriangleAlert;
  return (
    <li className={isEnough ? "flex items-center gap-2" : "flex items-center gap-2 text-danger"}>
      <span className="grow">{words(place)}</span>
      <span>{words("ratio", { ratio: shown })}</span>
      <Sign
        size={16}
        role="img"
        aria-label={
          isEnough
            ? words("enough")
            : words("too-little", { least: format.number(LEAST_CONTRAST[place]) })
        }
        className={isEnough ? "shrink-0 text-muted" : "shrink-0"}
      />
    </li>
  );
}
