// Asks Postil's own API from the browser, and turns a refusal into a sentence for people.

import { useCallback } from "react";
import { useTranslations } from "use-intl";
import type * as z from "zod/mini";
import type { ProblemCode } from "#domain/problem-code.ts";
import { problemCode, problemWords } from "../words/problem-words.ts";
import type { Words } from "../words/words.ts";

/** What came back: the value, or one sentence that says what went wrong, with the code of the API where it gave one. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly sentence: string; readonly code: ProblemCode | null };

type Question<T> = {
  readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Sent as JSON. */
  readonly body?: unknown;
  /** What a good answer looks like. */
  readonly expect: z.ZodMiniType<T>;
};

/** Asks `/api` + `path`. Never throws: a failed connection is an answer, too. */
export type Ask = <T>(path: string, question: Question<T>) => Promise<Answer<T>>;

/** The function that asks; what it answers is in the language of the page. */
export function useAskServer(): Ask {
  const words = useTranslations("problems");
  return useCallback((path, question) => askServer(words, path, question), [words]);
}

async function askServer<T>(
  words: Words<"problems">,
  path: string,
  question: Question<T>,
): Promise<Answer<T>> {
  const { method = "GET", body, expect } = question;
  try {
    const response = await fetch(`/api${path}`, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
    });
    const json: unknown = await response.json().catch(() => null);
    if (!response.ok) {
      const sentence = problemWords(words, json) ?? words("not-understood");
      return { ok: false, sentence, code: problemCode(json) };
    }
    const value = expect.safeParse(json);
    return value.success
      ? { ok: true, value: value.data }
      : { ok: false, sentence: words("not-understood"), code: null };
  } catch {
    return { ok: false, sentence: words("unreachable"), code: null };
  }
}
