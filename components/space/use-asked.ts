// What the server tells, asked for again every few seconds while somebody looks at the page.

import { useCallback, useEffect, useRef, useState } from "react";
import type * as z from "zod/mini";
import { useAskServer } from "../library/ask-server.ts";

/** How often it is asked, in milliseconds. */
const OFTEN = 2500;

export type Asked<T> = {
  /** The last answer; null before the first. */
  readonly value: T | null;
  /** Why there is none yet, as a sentence; null: it is on its way, or there is one. */
  readonly refusal: string | null;
  /** Asks at once. */
  readonly again: () => void;
  /** What is known without asking. */
  readonly know: (value: T) => void;
};

/** Follows `/api` + `path`; null asks nothing. `once` asks at the beginning only. */
export function useAsked<T>(
  path: string | null,
  schema: z.ZodMiniType<T>,
  { once = false }: { readonly once?: boolean } = {},
): Asked<T> {
  const ask = useAskServer();
  const [value, setValue] = useState<T | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  /** Counts what is asked and told: an answer that was overtaken is old. */
  const turn = useRef(0);
  const know = useCallback((told: T): void => {
    turn.current += 1;
    setValue(told);
  }, []);
  const again = useCallback((): void => {
    if (path === null || document.hidden) return;
    turn.current += 1;
    const mine = turn.current;
    void ask(path, { expect: schema }).then((answer) => {
      if (mine !== turn.current) return;
      // a refusal or a missing connection leaves what was known; the next time may do better
      if (answer.ok) setValue(answer.value);
      else setRefusal(answer.sentence);
    });
  }, [ask, path, schema]);
  useEffect(() => {
    again();
    if (once) return;
    const timer = setInterval(again, OFTEN);
    document.addEventListener("visibilitychange", again);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", again);
    };
  }, [again, once]);
  return { value, refusal: value === null ? refusal : null, again, know };
}
