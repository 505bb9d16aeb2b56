// What the server has not told, and why; with a way to ask again.

import { useTranslations } from "use-intl";
import { Button } from "../ui/button.tsx";
import { Wrong } from "../ui/wrong.tsx";
import type { Asked } from "./use-asked.ts";

type UnansweredProps = {
  readonly asked: Pick<Asked<unknown>, "refusal" | "staleness" | "again">;
  /** Whether it is also said that what is shown may be old: once on a page is enough. */
  readonly tellsStale?: boolean;
};

/** Draws nothing while there is nothing to say. */
export function Unanswered({ asked, tellsStale = false }: UnansweredProps) {
  const words = useTranslations("ui");
  const sentence = asked.refusal ?? (tellsStale ? asked.staleness : null);
  if (sentence === null) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Wrong sentence={sentence} />
      <Button onClick={asked.again}>{words("try-again")}</Button>
    </div>
  );
}
