// One thing after the other that is asked of the server, and what it said against it.

import { useRef, useState, useTransition } from "react";
import * as z from "zod/mini";
import type { ProblemCode } from "#domain/problem-code.ts";
import { useAskServer } from "../library/ask-server.ts";

type Wanted = {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
  readonly body?: unknown;
};

export type Acts = {
  /** Does something, and `done` after it. Waits for what is on its way. */
  readonly act: (wanted: Wanted, done?: () => void) => void;
  /** As `act`, with what the server answers. `refused` says whether a refusal is dealt with otherwise. */
  readonly obtain: <T>(
    wanted: Wanted,
    expect: z.ZodMiniType<T>,
    done: (value: T) => void | Promise<void>,
    refused?: (code: ProblemCode | null) => boolean,
  ) => void;
  /** Whether something is on its way, or the page that `done` leads to. */
  readonly busy: boolean;
  /** Why the last thing was not done, as a sentence; null when it was. */
  readonly error: string | null;
};

/** `first`: the sentence that stands there until something is asked, if any. */
export function useActs(first: string | null = null): Acts {
  const ask = useAskServer();
  const [asked, setAsked] = useState(0);
  const [isLeading, startLeading] = useTransition();
  const [error, setError] = useState(first);
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const obtain: Acts["obtain"] = (wanted, expect, done, refused) => {
    setAsked((count) => count + 1);
    setError(null);
    const { path, ...question } = wanted;
    const answered = last.current.then(() => ask(path, { ...question, expect }));
    last.current = answered;
    void answered.then((answer) => {
      setAsked((count) => count - 1);
      if (answer.ok) startLeading(() => done(answer.value));
      else if (!refused?.(answer.code)) setError(answer.sentence);
    });
  };
  const act: Acts["act"] = (wanted, done) => obtain(wanted, z.unknown(), () => done?.());
  const busy = asked > 0 || isLeading;
  return { act, obtain, busy, error };
}
