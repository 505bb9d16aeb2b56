// What went wrong at the API, in the language of the page.

import * as z from "zod/mini";
import { PROBLEM_CODES, type ProblemCode } from "#domain/problem-code.ts";
import type { Words } from "./words.ts";

const problemSchema = z.object({
  detail: z.string(),
  code: z.catch(z.nullable(z.enum(PROBLEM_CODES)), null),
});

/** The code of a refusal; null when it is unknown here, or the body no problem. */
export function problemCode(body: unknown): ProblemCode | null {
  const problem = problemSchema.safeParse(body);
  return problem.success ? problem.data.code : null;
}

/**
 * A sentence for people about the body of a refusal; of a code that is unknown here it is the API's
 * own, in English. Null when the body is no problem.
 */
export function problemWords(words: Words<"problems">, body: unknown): string | null {
  const problem = problemSchema.safeParse(body);
  if (!problem.success) return null;
  const { code, detail } = problem.data;
  return code === null ? detail : words(code, { detail });
}
