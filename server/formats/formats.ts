// All formats by their ids (`domain/format-ids.ts`). Each is loaded when it is first asked for: some bring a large library along.

import type { FormatId } from "#domain/format-ids.ts";
import type { Format } from "./format.ts";

const LOADERS: Readonly<Record<FormatId, () => Promise<Format>>> = {
  postil: async () => (await import("./postil.ts")).postil,
  brat: async () => (await import("./brat.ts")).brat,
  conll: async () => (await import("./conll.ts")).conll,
  spacy: async () => (await import("./spacy.ts")).spacy,
  doccano: async () => (await import("./doccano.ts")).doccano,
  markdown: async () => (await import("./markdown.ts")).markdown,
  docx: async () => (await import("./docx.ts")).docx,
  html: async () => (await import("./html.ts")).htmlPage,
  evidence: async () => (await import("./evidence.ts")).evidence,
  text: async () => (await import("./plain-text.ts")).plainText,
  "webanno-tsv": async () => (await import("./webanno-tsv.ts")).webannoTsv,
  "uima-cas-json": async () => (await import("./uima-cas-json.ts")).uimaCasJson,
  "uima-cas-xmi": async () => (await import("./uima-cas-xmi.ts")).uimaCasXmi,
  w3c: async () => (await import("./w3c.ts")).w3c,
  csv: async () => (await import("./csv.ts")).csv,
  xlsx: async () => (await import("./xlsx.ts")).xlsx,
  "label-studio": async () => (await import("./label-studio.ts")).labelStudio,
  hypothesis: async () => (await import("./hypothesis.ts")).hypothesis,
};

export function formatOf(id: FormatId): Promise<Format> {
  return LOADERS[id]();
}
