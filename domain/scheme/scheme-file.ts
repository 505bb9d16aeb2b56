// A scheme as a file that people keep, exchange and write by hand; docs/schemes.md describes it.

import * as z from "zod/mini";
import { wellFormed } from "../well-formed.ts";
import {
  KINDS,
  type Kind,
  LABEL_STATUSES,
  type Label,
  MOST_OFFERED,
  type Scheme,
} from "./scheme.ts";
import { freeGlyph, freeId } from "./scheme-changes.ts";
import { type Fault, parseScheme } from "./scheme-schema.ts";

const FORMAT = "postil-schemes/1";

/** The text of a file that holds one scheme. */
export function writeSchemeFile(scheme: Scheme): string {
  return `${JSON.stringify({ format: FORMAT, schemes: [scheme] }, null, 2)}\n`;
}

/** The first scheme of a file; or where in the scheme something is wrong ("" where it is the file), and what. */
export type FileReading =
  | { readonly ok: true; readonly scheme: Scheme }
  | { readonly ok: false; readonly at: string; readonly fault: Fault | "no-json" | "no-scheme" };

/** Reads a file. What it leaves out is as in `base`, whose version it gets. */
export function readSchemeFile(text: string, base: Scheme): FileReading {
  const json = parseJson(text);
  if (json === undefined) return { ok: false, at: "", fault: "no-json" };
  const [first] = wellFormed(fileSchema, json)?.schemes ?? [];
  if (first === undefined) return { ok: false, at: "", fault: "no-scheme" };
  const outline = outlineSchema.safeParse(first);
  if (outline.success) return parseScheme(filled(outline.data, base));
  const [issue] = outline.error.issues;
  return { ok: false, at: issue?.path.join(".") ?? "", fault: "wrong" };
}

const fileSchema = z.object({ format: z.literal(FORMAT), schemes: z.array(z.unknown()) });

const words = z.optional(z.string());
const list = z.optional(z.array(z.string()));
const pair = z.object({ light: z.unknown(), dark: z.unknown() });

const labelOutline = z.object({
  id: words,
  status: z.optional(z.enum(LABEL_STATUSES)),
  name: z.string(),
  glyph: words,
  definition: words,
  question: words,
  examples: list,
  /** One example, as older files have it. */
  example: z.nullish(z.string()),
  counterExamples: list,
});

const kindOutline = z.object({
  id: z.enum(KINDS),
  name: words,
  glyph: words,
  unit: words,
  colours: z.optional(pair),
  /** Holds the colours in older files. */
  style: z.optional(pair),
  labels: z.optional(z.array(labelOutline)),
  attributes: z.optional(z.array(z.unknown())),
});

const outlineSchema = z.object({
  id: words,
  name: words,
  questions: list,
  kinds: z.array(kindOutline),
});

/** All parts of a scheme, still to be checked. */
function filled({ kinds, ...outline }: z.infer<typeof outlineSchema>, base: Scheme): unknown {
  return {
    ...base,
    ...outline,
    version: base.version,
    kinds: base.kinds.map((kind) => filledKind(kind, kinds)),
  };
}

function filledKind(base: Kind, outlines: readonly z.infer<typeof kindOutline>[]): unknown {
  const outline = outlines.find(({ id }) => id === base.id);
  if (!outline) return base;
  const { style, labels, attributes, ...said } = outline;
  return {
    ...base,
    ...(style && { colours: style }),
    ...said,
    labels: labels ? filledLabels(labels) : base.labels,
    // attributes of other tools have other shapes
    attributes: attributes?.every(isAttribute) ? attributes : base.attributes,
  };
}

const isAttribute = (value: unknown): boolean =>
  wellFormed(z.object({ id: z.string(), name: z.string(), input: z.string() }), value) !== null;

function filledLabels(outlines: readonly z.infer<typeof labelOutline>[]): Label[] {
  const known = outlines.flatMap(({ id }) => (id === undefined ? [] : [{ id }]));
  const labels: Label[] = [];
  for (const { name, example, ...outline } of outlines) {
    const offered = labels.filter(({ status }) => status === "offered").length;
    labels.push({
      id: outline.id ?? freeId([...known, ...labels], name),
      status: outline.status ?? (offered < MOST_OFFERED ? "offered" : "hidden"),
      glyph: outline.glyph ?? freeGlyph(labels, name),
      name,
      definition: outline.definition ?? "",
      question: outline.question ?? "",
      examples: outline.examples ?? (example ? [example] : []),
      counterExamples: outline.counterExamples ?? [],
    });
  }
  return labels;
}

/** Undefined, which JSON does not know, for a text that is none. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
