// Asks Postil's own API from the browser, and turns a refusal into a sentence for people.

import * as z from "zod/mini";

/** What came back: the value, or one sentence that says what went wrong. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly sentence: string };

type Question<T> = {
  readonly method?: "GET" | "POST" | "PATCH" | "DELETE";
  /** Sent as JSON. */
  readonly body?: unknown;
  /** What a good answer looks like. */
  readonly expect: z.ZodMiniType<T>;
};

const problemSchema = z.object({ detail: z.string() });

const UNREACHABLE = "Postil could not be reached. Check your connection and try again.";
const NOT_UNDERSTOOD = "Postil answered in an unexpected way. Reload the page and try again.";

/** Asks `/api` + `path`. Never throws: a failed connection is an answer, too. */
export async function askServer<T>(path: string, question: Question<T>): Promise<Answer<T>> {
  const { method = "GET", body, expect } = question;
  try {
    const response = await fetch(`/api${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
    });
    const json: unknown = await response.json().catch(() => null);
    if (!response.ok) return { ok: false, sentence: sentenceOf(json) };
    const value = expect.safeParse(json);
    return value.success
      ? { ok: true, value: value.data }
      : { ok: false, sentence: NOT_UNDERSTOOD };
  } catch {
    return { ok: false, sentence: UNREACHABLE };
  }
}

function sentenceOf(json: unknown): string {
  const problem = problemSchema.safeParse(json);
  return problem.success ? problem.data.detail : NOT_UNDERSTOOD;
}
