// IMVAIN: what makes a source weigh more.

import type { PresetLabel } from "./preset.ts";

export const IMVAIN: readonly PresetLabel[] = [
  {
    id: "independent",
    name: "Independent",
    definition: "The source has nothing to win or lose by what it says.",
    question: "Whom does it serve if we believe this?",
  },
  {
    id: "multiple",
    name: "One of several",
    definition: "Other sources say the same, and did not get it from this one.",
    question: "Who else says so?",
  },
  {
    id: "verifies",
    name: "Verifies",
    definition: "The source gives evidence, and does not only assert.",
    question: "Could we look it up?",
  },
  {
    id: "authoritative-informed",
    name: "Informed",
    definition: "The source was there, or knows the subject by profession.",
    question: "How would this source know?",
  },
  {
    id: "named",
    name: "Named",
    definition: "We are told who the source is.",
    question: "If not: why is the name withheld?",
  },
];
