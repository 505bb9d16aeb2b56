// The four types of names of CoNLL-2003.

import type { PresetLabel } from "./preset.ts";

export const CONLL: readonly PresetLabel[] = [
  { id: "PER", name: "Person", definition: "The name of a human being, real or invented." },
  { id: "LOC", name: "Location", definition: "A country, region, city, river, building or road." },
  {
    id: "ORG",
    name: "Organisation",
    definition: "A company, institution, party, team or other body that acts.",
  },
  {
    id: "MISC",
    name: "Miscellaneous",
    definition: "Any other name: nationalities, languages, events, works, products.",
  },
];
