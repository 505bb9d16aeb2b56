// All formats by their ids. Each is loaded when it is first asked for: some bring a large library along.

import type { Format } from "./format.ts";

/** In the order in which they are offered. */
export const FORMAT_IDS = ["postil", "brat", "conll", "spacy", "doccano"] as const;

export type FormatId = (typeof FORMAT_IDS)[number];

const LOADERS: Readonly<Record<FormatId, () => Promise<Format>>> = {
  postil: async () => (await import("./postil.ts")).postil,
  brat: async () => (await import("./brat.ts")).brat,
  conll: async () => (await import("./conll.ts")).conll,
  spacy: async () => (await import("./spacy.ts")).spacy,
  doccano: async () => (await import("./doccano.ts")).doccano,
};

export function formatOf(id: FormatId): Promise<Format> {
  return LOADERS[id]();
}
