// What each format is good for: the groups in which they are offered.

import { WRITTEN_FORMATS, type WrittenFormat } from "#domain/format-ids.ts";

/** In the order in which they are offered. */
export const PURPOSES = ["people", "sheets", "tools", "programs", "postil"] as const;

export type Purpose = (typeof PURPOSES)[number];

const PURPOSE_OF: Readonly<Record<WrittenFormat, Purpose>> = {
  docx: "people",
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

/** What is offered to who never chose. */
const FIRST: WrittenFormat = "docx";

export const purposeOf = (format: WrittenFormat): Purpose => PURPOSE_OF[format];

export function formatsFor(purpose: Purpose): WrittenFormat[] {
  return WRITTEN_FORMATS.filter((format) => PURPOSE_OF[format] === purpose);
}

/** The format that a browser remembers, if it is still one. */
export function rememberedFormat(kept: string | null | undefined): WrittenFormat {
  return WRITTEN_FORMATS.find((format) => format === kept) ?? FIRST;
}
