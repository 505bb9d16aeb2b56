// What each format is good for: the groups in which they are offered.

import {
  TEXT_FORMATS,
  type TextFormat,
  WRITTEN_FORMATS,
  type WrittenFormat,
} from "#domain/format-ids.ts";
import type { Subject } from "./choice.ts";

/** In the order in which they are offered. */
export const PURPOSES = ["people", "sheets", "tools", "programs", "postil", "alone"] as const;

export type Purpose = (typeof PURPOSES)[number];

const PURPOSE_OF: Readonly<Record<WrittenFormat, Exclude<Purpose, "alone">>> = {
  docx: "people",
  evidence: "people",
  html: "people",
  markdown: "people",
  csv: "sheets",
  xlsx: "sheets",
  "webanno-tsv": "tools",
  "uima-cas-json": "tools",
  "uima-cas-xmi": "tools",
  brat: "tools",
  "label-studio": "tools",
  doccano: "tools",
  w3c: "programs",
  conll: "programs",
  spacy: "programs",
  postil: "postil",
};

/** A format with the notes, or of the article alone. */
export type Wish =
  | { readonly alone: false; readonly format: WrittenFormat }
  | { readonly alone: true; readonly format: TextFormat };

const WISHES: readonly Wish[] = [
  ...WRITTEN_FORMATS.map((format) => ({ alone: false, format }) as const),
  ...TEXT_FORMATS.map((format) => ({ alone: true, format }) as const),
];

/** What is offered to who never chose. */
const FIRST: Wish = { alone: false, format: "docx" };

export const purposeOf = ({ alone, format }: Wish): Purpose =>
  alone ? "alone" : PURPOSE_OF[format];

/** What is offered of one article, or of all in a space: those are not taken along alone. */
export const purposesOf = (type: Subject["type"]): readonly Purpose[] =>
  PURPOSES.filter((purpose) => type === "article" || purpose !== "alone");

export const wishesFor = (purpose: Purpose): Wish[] =>
  WISHES.filter((wish) => purposeOf(wish) === purpose);

/** By what a browser remembers it; no two have the same. */
export const keyOf = ({ alone, format }: Wish): string => (alone ? `alone-${format}` : format);

/** What a browser remembers, if it is still offered. */
export function rememberedWish(kept: string | null | undefined, type: Subject["type"]): Wish {
  const offered = purposesOf(type).flatMap(wishesFor);
  return offered.find((wish) => keyOf(wish) === kept) ?? FIRST;
}
