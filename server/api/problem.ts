// How a request is refused: problem details as RFC 9457 has them, in plain words.

import { z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import { PROBLEM_CODES, type ProblemCode } from "#domain/problem-code.ts";

/** Content type of every refusal. */
const PROBLEM_JSON = "application/problem+json";

/** The sentence that heads every problem of a status. */
const TITLES = {
  400: "The request is not well formed",
  401: "You are not here yet",
  403: "Not allowed",
  404: "Not found",
  406: "Not told like this",
  409: "Not as things stand",
  408: "Too slow",
  412: "Not as it was",
  413: "Too large",
  415: "Send JSON",
  422: "That cannot be done",
  429: "Too many requests",
  500: "Something went wrong",
  503: "Not possible right now",
} as const satisfies Partial<Record<ContentfulStatusCode, string>>;

export type ProblemStatus = keyof typeof TITLES;

/** The code of a status, for problems that have no closer one. */
const CODES: Readonly<Record<ProblemStatus, ProblemCode>> = {
  400: "malformed",
  401: "no-session",
  403: "not-allowed",
  404: "not-found",
  406: "not-told",
  408: "too-slow",
  409: "conflict",
  412: "outdated",
  413: "too-large",
  415: "not-json",
  422: "not-possible",
  429: "too-often",
  500: "our-mistake",
  503: "unavailable",
};

const problemShape = z
  .object({
    type: z.literal("about:blank"),
    title: z.string(),
    status: z.int(),
    detail: z.string().openapi({ description: "What went wrong and what to do, for people." }),
    code: z.enum(PROBLEM_CODES).openapi({ description: "The same, for programs. It stays." }),
  })
  .openapi("Problem");

type ProblemOptions = {
  /** Where something closer can be said than the status says. */
  readonly code?: ProblemCode;
  readonly retryAfter?: number;
};

/** Ends a request with a refusal. `detail` says what went wrong and what to do. */
export class Problem extends Error {
  readonly status: ProblemStatus;
  readonly code: ProblemCode;
  /** Seconds after which to try again, or null. */
  readonly retryAfter: number | null;

  constructor(status: ProblemStatus, detail: string, options: ProblemOptions = {}) {
    super(detail);
    this.status = status;
    this.code = options.code ?? CODES[status];
    this.retryAfter = options.retryAfter ?? null;
  }
}

/** The refusal of what may be done again in `wait` milliseconds. */
export function tooOften(wait: number): Problem {
  const seconds = Math.ceil(wait / 1000);
  return new Problem(429, `That was too often. Try again in ${seconds} s.`, {
    retryAfter: seconds,
  });
}

/** The answer that tells of a problem. */
export function answerProblem(context: Context, problem: Problem): Response {
  const { status, retryAfter } = problem;
  if (retryAfter !== null) context.header("Retry-After", String(retryAfter));
  return context.body(JSON.stringify(problemBody(problem)), status, {
    "Content-Type": PROBLEM_JSON,
  });
}

/** The body of a problem answer. */
function problemBody({ status, message, code }: Problem): z.infer<typeof problemShape> {
  return { type: "about:blank", title: TITLES[status], status, detail: message, code };
}

/** The refusals that a route may answer with, for its description. */
export function problems(...statuses: readonly ProblemStatus[]) {
  return Object.fromEntries(
    statuses.map((status) => [
      status,
      { description: TITLES[status], content: { [PROBLEM_JSON]: { schema: problemShape } } },
    ]),
  );
}
