// An annotation for tests that look at some of its parts only.

import type { Annotation } from "./annotation.ts";

const NOWHERE = { client: 1, clock: 0 };

/** A bare claim by Ann, but for what is given. */
export const annotationOf = (parts: Partial<Annotation> = {}): Annotation => ({
  id: "a",
  author: "ann",
  kind: "claim",
  label: null,
  note: "",
  attributes: {},
  answered: {},
  anchor: { start: NOWHERE, end: NOWHERE, quote: "words", prefix: "", suffix: "" },
  createdAt: 0,
  ...parts,
});
