// The formats in which people take articles along and bring them in, by what addresses call them.

/** Those in which articles are taken along, in the order in which they are offered. */
export const WRITTEN_FORMATS = [
  "docx",
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

export const FORMAT_IDS = [...WRITTEN_FORMATS, "hypothesis"] as const;

export type WrittenFormat = (typeof WRITTEN_FORMATS)[number];

export type FormatId = (typeof FORMAT_IDS)[number];
