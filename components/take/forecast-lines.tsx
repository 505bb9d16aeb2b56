// What will be in the file, and what this format cannot carry, in sentences.

import { useFormatter, useTranslations } from "use-intl";
import { lossWords, tellsPeople } from "./forecast.ts";
import type { ForecastTold } from "./use-forecast.ts";

type ForecastLinesProps = {
  /** Null: nothing was counted yet. */
  readonly told: ForecastTold | null;
  /** Whether it was counted for what is chosen now. */
  readonly isCurrent: boolean;
  /** Whether there is nothing to choose from. */
  readonly isEmpty: boolean;
  /** Whether people go by the names that the reader sees instead of aliases. */
  readonly named: boolean;
};

export function ForecastLines(props: ForecastLinesProps) {
  return (
    <div role="status" className="min-h-10">
      <Lines {...props} />
    </div>
  );
}

function Lines({ told, isCurrent, isEmpty, named }: ForecastLinesProps) {
  const words = useTranslations("take");
  const format = useFormatter();
  if (told === null || !isCurrent) return <p className="text-muted">{words("counting")}</p>;
  if ("sentence" in told) return <p className="text-muted">{told.sentence}</p>;
  const { forecast } = told;
  const lost = lossWords(words, forecast);
  return (
    <>
      <p>
        {isEmpty ? words("no-notes") : words("goes-in", { count: forecast.annotations })}
        {tellsPeople(forecast) && ` ${words(named ? "under-names" : "under-aliases")}`}
      </p>
      <p className="text-muted">
        {lost.length > 0 && words("lost", { things: format.list(lost) })}
        {lost.length === 0 && forecast.annotations > 0 && words("nothing-lost")}
      </p>
    </>
  );
}
