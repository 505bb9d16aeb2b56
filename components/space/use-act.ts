// One thing after the other that is asked of the server, and what it said against it.

import { useState } from "react";
import * as z from "zod/mini";
import { type Answer, useAskServer } from "../library/ask-server.ts";

type Wanted = {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
  readonly body?: unknown;
};

export type Acts = {
  /** Does something, and `done` after it. Nothing while something else is on its way. */
  readonly act: (wanted: Wanted, done?: () => void) => void;
  /** As `act`, with what the server answers. */
  readonly obtain: <T>(wanted: Wanted, expect: z.ZodMiniType<T>, done: (value: T) => void) => void;
  readonly busy: boolean;
  /** Why the last thing was not done, as a sentence; null when it was. */
  readonly error: string | null;
  /** Whether an account is what was missing. */
  readonly wantsAccount: boolean;
};

type Refused = Extract<Answer<unknown>, { readonly ok: false }>;

export function useActs(): Acts {
  const ask = useAskServer();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refused | null>(null);
  const obtain: Acts["obtain"] = (wanted, expect, done) => {
    if (busy) return;
    setBusy(true);
    setRefusal(null);
    const { path, ...question } = wanted;
    void ask(path, { ...question, expect }).then((answer) => {
      setBusy(false);
      if (answer.ok) done(answer.value);
      else setRefusal(answer);
    });
  };
  const act: Acts["act"] = (wanted, done) => obtain(wanted, z.unknown(), () => done?.());
  const wantsAccount = refusal?.code === "account-needed";
  return { act, obtain, busy, error: refusal?.sentence ?? null, wantsAccount };
}
