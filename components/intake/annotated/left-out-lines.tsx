// What of the files has no place in Postil, counted, and what finds another place.

import { useFormatter, useTranslations } from "use-intl";
import { LEFT_OUT } from "./annotated-answer.ts";
import { namesBehind } from "./file-attributes.ts";
import type { Found } from "./use-found.ts";

/** How many details are named. */
const NAMED = 12;

type LeftOutLinesProps = {
  readonly found: Found;
  /** Whether the codebook asks for what the file's does, too. */
  readonly asks: boolean;
};

export function LeftOutLines({ found, asks }: LeftOutLinesProps) {
  const words = useTranslations("annotated");
  const format = useFormatter();
  const { leftOut } = found.annotated;
  const details = namesBehind(found, asks);
  const there = LEFT_OUT.flatMap((what) => {
    const count = leftOut[what] ?? 0;
    return count > 0 ? [{ what, count }] : [];
  });
  if (there.length === 0 && details.length === 0) return null;
  return (
    <ul
      aria-label={words("left-out")}
      className="flex flex-col gap-1 border-rule-strong border-s-2 ps-3 text-muted"
    >
      {there.map(({ what, count }) => (
        <li key={what}>{words(`left-${what}`, { count })}</li>
      ))}
      {details.length > 0 && (
        <li>{words("details", { names: format.list(details.slice(0, NAMED)) })}</li>
      )}
    </ul>
  );
}
