// The codes of what can go wrong at the API: stable words for machines, so that the interface can
// say it in the language of the page.

/** Those of a status, for whatever has no closer code, and then the closer ones. */
export const PROBLEM_CODES = [
  "malformed",
  "no-session",
  "not-allowed",
  "not-found",
  "too-slow",
  "conflict",
  "too-large",
  "not-json",
  "not-possible",
  "too-often",
  "our-mistake",
  "unavailable",

  "name-refused",
  "other-site",
  "link-spent",
  "no-such-article",
  "no-such-space",
  "no-such-annotation",
  "may-not-add",
  "may-not-edit",
  "may-not-lock",
  "scheme-outdated",
  "may-not-resolve",
  "may-not-hide",
  "text-empty",
  "text-too-long",
  "layer-full",
  "not-stored",
  "stopping",
  "set-aside",
] as const;

export type ProblemCode = (typeof PROBLEM_CODES)[number];
