// ClaimBuster's three classes of sentences.

import type { PresetLabel } from "./preset.ts";

export const CLAIMBUSTER: readonly PresetLabel[] = [
  {
    id: "CFS",
    name: "Worth checking",
    definition: "A fact is stated, and the public would want to know whether it is true.",
    question: "Who would act differently if it were false?",
  },
  {
    id: "UFS",
    name: "Fact of little weight",
    definition: "A fact is stated, but nobody would miss a check of it.",
  },
  {
    id: "NFS",
    name: "No fact",
    definition: "An opinion, a question, a wish or a feeling: nothing that evidence could settle.",
  },
];
