// The formats in which people take articles along and bring them in, by what addresses call them.

/** Those in which articles are taken along, in the order in which they are offered. */
export const WRITTEN_FORMATS = [
  "docx",
  "evidence",
  "html",
  "markdown",
  "xlsx",
  "csv",
  "webanno-tsv",
  "uima-cas-xmi",
  "uima-cas-json",
  "brat",
  "label-studio",
  "doccano",
  "w3c",
  "conll",
  "spacy",
  "postil",
] as const;

/** Those in which an article is taken along without what was written on it. */
export const TEXT_FORMATS = ["text", "markdown", "html", "docx"] as const;

export const FORMAT_IDS = [...WRITTEN_FORMATS, "text", "hypothesis"] as const;

export type WrittenFormat = (typeof WRITTEN_FORMATS)[number];

export type TextFormat = (typeof TEXT_FORMATS)[number];

export type FormatId = (typeof FORMAT_IDS)[number];
