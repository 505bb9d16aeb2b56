// The formats in which people take articles along and bring them in, by what addresses call them.

/** In the order in which they are offered. */
export const FORMAT_IDS = [
  "postil",
  "brat",
  "conll",
  "spacy",
  "doccano",
  "webanno-tsv",
  "uima-cas-json",
  "w3c",
  "csv",
  "label-studio",
  "markdown",
] as const;

export type FormatId = (typeof FORMAT_IDS)[number];
