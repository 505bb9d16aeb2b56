// A scheme that comes from outside: what it has to look like, and what is wrong where it does not.

import * as z from "zod/mini";
import {
  ATTRIBUTE_INPUTS,
  type KindId,
  LABEL_STATUSES,
  MOST_OFFERED,
  type Scheme,
} from "./scheme.ts";

/** How long texts may be, in UTF-16 code units. */
export const LENGTHS = { name: 60, text: 400, example: 300 } as const;

/** How many of each there may be. `labels` counts hidden and retired ones, too. */
export const MOST = {
  labels: 100,
  examples: 6,
  questions: 12,
  attributes: 24,
  values: 24,
} as const;

/** The longest scheme as JSON, in UTF-16 code units. */
const SCHEME_LENGTH = 100_000;

/** What can be wrong with a value. */
export const FAULTS = [
  "missing",
  "too-long",
  "too-many",
  "hidden-characters",
  "no-colour",
  "used-twice",
  "wrong",
] as const;

export type Fault = (typeof FAULTS)[number];

/** The scheme, or the first thing that is wrong with it: where (`kinds.0.labels.2.name`, "" for all of it), and what. */
export type SchemeReading =
  | { readonly ok: true; readonly scheme: Scheme }
  | { readonly ok: false; readonly at: string; readonly fault: Fault };

/** Reads a scheme strictly: every part must be there and within its bounds. Blanks around texts are dropped. */
export function parseScheme(value: unknown): SchemeReading {
  const parsed = schemeSchema.safeParse(value);
  if (parsed.success) return { ok: true, scheme: parsed.data };
  const [issue] = parsed.error.issues;
  const fault = FAULTS.find((each) => each === issue?.message) ?? "wrong";
  return { ok: false, at: issue?.path.join(".") ?? "", fault };
}

/** What would be invisible, or turn the direction of the text around it. Joiners, which scripts need, are not among it. */
const HIDDEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;

const fault = (name: Fault): string => name;

const line = (longest: number) =>
  z.string(fault("missing")).check(
    z.trim(),
    z.maxLength(longest, fault("too-long")),
    z.refine((text) => !HIDDEN.test(text), fault("hidden-characters")),
  );

const filledLine = (longest: number) => line(longest).check(z.minLength(1, fault("missing")));

const listOf = <T extends z.ZodMiniType>(member: T, most: number) =>
  z.array(member, fault("missing")).check(z.maxLength(most, fault("too-many")));

const idSchema = z
  .string(fault("missing"))
  .check(z.regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,47}$/, fault("wrong")));

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** One or two letters as people count them. */
const glyphSchema = filledLine(16).check(
  z.refine((glyph) => [...graphemes.segment(glyph)].length <= 2, fault("too-long")),
);

const colourSchema = z
  .string(fault("missing"))
  .check(z.regex(/^#[0-9a-fA-F]{6}$/, fault("no-colour")), z.toLowerCase());

const shadesSchema = z.object({ line: colourSchema, tint: colourSchema });

export const labelSchema = z.object({
  id: idSchema,
  status: z.enum(LABEL_STATUSES),
  glyph: glyphSchema,
  name: filledLine(LENGTHS.name),
  definition: line(LENGTHS.text),
  question: line(LENGTHS.text),
  examples: listOf(filledLine(LENGTHS.example), MOST.examples),
  counterExamples: listOf(filledLine(LENGTHS.example), MOST.examples),
});

export const attributeSchema = z
  .object({
    // an annotation keeps attributes under their ids: none may mean something to every object
    id: idSchema.check(z.refine((id) => !(id in {}), fault("wrong"))),
    name: filledLine(LENGTHS.name),
    help: line(LENGTHS.text),
    input: z.enum(ATTRIBUTE_INPUTS),
    values: listOf(z.object({ id: idSchema, name: filledLine(LENGTHS.name) }), MOST.values),
  })
  .check(
    z.refine(({ input, values }) => input !== "choice" || values.length > 0, {
      message: fault("missing"),
      path: ["values"],
    }),
    z.refine(({ input, values }) => input === "choice" || values.length === 0, {
      message: fault("wrong"),
      path: ["values"],
    }),
    z.refine(({ values }) => areUnique(values), { message: fault("used-twice"), path: ["values"] }),
  );

/** Its key and underline are given by its id. */
const kindSchema = <Id extends KindId, Key extends string, Line extends string>(
  id: Id,
  key: Key,
  underline: Line,
) =>
  z.object({
    id: z.literal(id),
    key: z.literal(key),
    underline: z.literal(underline),
    name: filledLine(LENGTHS.name),
    glyph: glyphSchema,
    colours: z.object({ light: shadesSchema, dark: shadesSchema }),
    unit: line(LENGTHS.text),
    labels: listOf(labelSchema, MOST.labels).check(
      z.refine(areUnique, fault("used-twice")),
      z.refine(
        (labels) => labels.filter(({ status }) => status === "offered").length <= MOST_OFFERED,
        fault("too-many"),
      ),
    ),
    attributes: listOf(attributeSchema, MOST.attributes).check(
      z.refine(areUnique, fault("used-twice")),
    ),
  });

/** Strict about everything; `parseScheme` says what is wrong. */
export const schemeSchema = z
  .object({
    id: idSchema,
    version: z.int().check(z.positive()),
    name: filledLine(LENGTHS.name),
    questions: listOf(filledLine(LENGTHS.text), MOST.questions),
    kinds: z.tuple([
      kindSchema("claim", "c", "solid"),
      kindSchema("entity", "e", "dotted"),
      kindSchema("framing", "f", "wavy"),
    ]),
  })
  .check(
    z.refine((scheme) => JSON.stringify(scheme).length <= SCHEME_LENGTH, fault("too-long")),
  ) satisfies z.ZodMiniType<Scheme>;

function areUnique(things: readonly { readonly id: string }[]): boolean {
  return new Set(things.map(({ id }) => id)).size === things.length;
}
