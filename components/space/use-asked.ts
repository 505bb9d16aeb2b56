// What the server tells, asked for again every few seconds while somebody looks at the page.

import { useCallback, useEffect, useRef, useState } from "react";
import type * as z from "zod/mini";
import { useAskServer } from "../library/ask-server.ts";

/** How long it rests before it is asked again, in milliseconds. */
const REST = 2500;

/** It rests so many times as long as the last answer took: what costs the server much is asked for less often. */
const REST_PER_ANSWER = 20;

/** After so many answers that did not come, what is shown may be old. */
const MISSED = 2;

export type Asked<T> = {
  /** The last answer; null before the first. */
  readonly value: T | null;
  /** Why there is none yet, as a sentence; null: it is on its way, or there is one. */
  readonly refusal: string | null;
  /** Why `value` may be old, as a sentence; null: it is as the server has it, or there is none. */
  readonly staleness: string | null;
  /** Asks at once. */
  readonly again: () => void;
  /** What is known without asking. */
  readonly know: (value: T) => void;
};

type Missed = { readonly times: number; readonly sentence: string };

/** Follows `/api` + `path`; null asks nothing. */
export function useAsked<T>(path: string | null, schema: z.ZodMiniType<T>): Asked<T> {
  const ask = useAskServer();
  const [value, setValue] = useState<T | null>(null);
  const [missed, setMissed] = useState<Missed | null>(null);
  /** Counts what is asked and told: an answer that was overtaken is old. */
  const turn = useRef(0);
  const know = useCallback((told: T): void => {
    turn.current += 1;
    setValue(told);
  }, []);
  const look = useCallback(async (): Promise<void> => {
    if (path === null || document.hidden) return;
    turn.current += 1;
    const mine = turn.current;
    const answer = await ask(path, { expect: schema });
    if (mine !== turn.current) return;
    // a refusal or a missing connection leaves what was known; the next time may do better
    if (answer.ok) setValue(answer.value);
    setMissed((before) =>
      answer.ok ? null : { times: (before?.times ?? 0) + 1, sentence: answer.sentence },
    );
  }, [ask, path, schema]);
  useFollowing(look);
  const sentence = missed?.sentence ?? null;
  return {
    value,
    refusal: value === null ? sentence : null,
    staleness: value !== null && missed !== null && missed.times >= MISSED ? sentence : null,
    again: () => void look(),
    know,
  };
}

/** Looks at once, when somebody comes back to the page, and again after each rest. */
function useFollowing(look: () => Promise<void>): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let isOver = false;
    const follow = async (): Promise<void> => {
      const began = performance.now();
      await look();
      const rest = Math.max(REST, REST_PER_ANSWER * (performance.now() - began));
      if (!isOver) timer = setTimeout(follow, rest);
    };
    const lookNow = (): void => void look();
    void follow();
    document.addEventListener("visibilitychange", lookNow);
    return () => {
      isOver = true;
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", lookNow);
    };
  }, [look]);
}
