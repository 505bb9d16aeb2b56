// What is told of a request whose parts are not as they have to be.

import type { ProblemCode } from "#domain/problem-code.ts";
import { Problem } from "./problem.ts";

type Issues = readonly { readonly path: readonly PropertyKey[]; readonly message: string }[];

/** The refusal that names what the check of a request found. */
export const malformed = (issues: Issues): Problem =>
  new Problem(400, sentenceOf(issues), { code: codeOf(issues) });

/** The closer code of a request in which only one field of a form is wrong. */
function codeOf(issues: Issues): ProblemCode {
  const [field, ...others] = new Set(issues.map(({ path }) => String(path.at(-1))));
  if (field === undefined || others.length > 0) return "malformed";
  return FIELD_CODES.get(field) ?? "malformed";
}

const FIELD_CODES: ReadonlyMap<string, ProblemCode> = new Map([
  ["name", "name-refused"],
  ["email", "email-refused"],
  ["password", "password-refused"],
]);

/** One sentence from what the check of a request found. */
function sentenceOf(issues: Issues): string {
  return issues
    .slice(0, 5)
    .map(({ path, message }) =>
      message.endsWith(".") || path.length === 0 ? message : `${path.join(".")}: ${message}`,
    )
    .join("; ");
}
