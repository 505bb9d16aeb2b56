// The formats in which people take articles along and bring them in, by what addresses call them.

/** Those in which articles are taken along, in the order in which they are offered. */
export const WRITTEN_FORMATS = [
  "postil",
  "brat",
  "conll",
  "spacy",
  "doccano",
  "webanno-tsv",
  "uima-cas-json",
  "uima-cas-xmi",
  "w3c",
  "csv",
  "xlsx",
  "label-studio",
  "markdown",
  "docx",
] as const;

export const FORMAT_IDS = [...WRITTEN_FORMATS, "hypothesis"] as const;

export type WrittenFormat = (typeof WRITTEN_FORMATS)[number];

export type FormatId = (typeof FORMAT_IDS)[number];
