// What the file would hold that is being chosen, asked for anew when the choice changes.

import { useEffect, useState } from "react";
import { useAskServer } from "../library/ask-server.ts";
import { type Choice, forecastPath, isWhole, type Subject } from "./choice.ts";
import { type Forecast, forecastSchema } from "./forecast.ts";
import type { Wish } from "./formats.ts";

/** How long a hand has to rest before the file is counted again, in milliseconds. */
const PAUSE = 300;

export type ForecastTold =
  | { readonly path: string; readonly forecast: Forecast }
  | { readonly path: string; readonly sentence: string };

/**
 * `told` is of the last choice that was counted, null before the first, and `isCurrent` says whether
 * that is this one. `whole` is of all the people and kinds that could be chosen at first. Of an article
 * alone nothing is counted.
 */
export function useForecast(
  subject: Subject,
  { alone, format }: Wish,
  { choice, first }: { readonly choice: Choice; readonly first: Choice },
) {
  const ask = useAskServer();
  const path = alone ? null : forecastPath(subject, format, choice);
  const [told, setTold] = useState<ForecastTold | null>(null);
  const [whole, setWhole] = useState<Forecast | null>(null);
  const isAll = isWhole(choice, first);
  useEffect(() => {
    if (path === null) return;
    let isWanted = true;
    const count = async (): Promise<void> => {
      const answer = await ask(path, { expect: forecastSchema });
      if (!isWanted) return;
      if (!answer.ok) return setTold({ path, sentence: answer.sentence });
      setTold({ path, forecast: answer.value });
      if (isAll) setWhole(answer.value);
    };
    const timer = setTimeout(() => void count(), PAUSE);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [ask, path, isAll]);
  return { told, whole, isCurrent: told?.path === path };
}
