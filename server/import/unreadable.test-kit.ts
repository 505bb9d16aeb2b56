// How an attempt to read something ended.

import { Unreadable, type UnreadableCode } from "./unreadable.ts";

/** The code of a refusal, null when there was none. Any other error is passed on. */
export function endOf(attempt: () => unknown): UnreadableCode | null {
  try {
    attempt();
    return null;
  } catch (error) {
    return codeOf(error);
  }
}

/** The same of something that takes its time. */
export const laterEndOf = (attempt: Promise<unknown>): Promise<UnreadableCode | null> =>
  attempt.then(() => null, codeOf);

function codeOf(error: unknown): UnreadableCode {
  if (error instanceof Unreadable) return error.code;
  throw error;
}
