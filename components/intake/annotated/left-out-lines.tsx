// What of the files has no place in Postil, counted.

import { useTranslations } from "use-intl";
import { type Annotated, LEFT_OUT } from "./annotated-answer.ts";

export function LeftOutLines({ leftOut }: Pick<Annotated, "leftOut">) {
  const words = useTranslations("annotated");
  const there = LEFT_OUT.flatMap((what) => {
    const count = leftOut[what] ?? 0;
    return count > 0 ? [{ what, count }] : [];
  });
  if (there.length === 0) return null;
  return (
    <ul
      aria-label={words("left-out")}
      className="flex flex-col gap-1 border-rule-strong border-s-2 ps-3 text-muted"
    >
      {there.map(({ what, count }) => (
        <li key={what}>{words(`left-${what}`, { count })}</li>
      ))}
    </ul>
  );
}
