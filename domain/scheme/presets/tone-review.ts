// What an editor marks before a text goes out.

import type { PresetLabel } from "./preset.ts";

export const TONE_REVIEW: readonly PresetLabel[] = [
  {
    id: "loaded",
    name: "Loaded word",
    definition: "Carries a judgement of its own.",
    question: "Which plain word says the same?",
  },
  {
    id: "attribution",
    name: "Needs attribution",
    definition: "Stands as a fact, but is somebody’s statement.",
    question: "Who says so?",
  },
  {
    id: "agent",
    name: "Name the actor",
    definition: "Leaves out who did it.",
    question: "Who did what to whom?",
  },
  {
    id: "jargon",
    name: "Jargon or euphemism",
    definition: "Says it in the words of an office or a lobby.",
    question: "What happened?",
  },
  {
    id: "label",
    name: "Label or name",
    definition: "Names a side or a group in a way that takes sides.",
    question: "What does the house style say?",
  },
  {
    id: "evidence",
    name: "Needs evidence",
    definition: "Lacks a source, a figure or a link.",
    question: "How do we know?",
  },
  {
    id: "balance",
    name: "Missing voice",
    definition: "Speaks about somebody who is not heard.",
    question: "Who else should answer?",
  },
  {
    id: "headline",
    name: "Headline against text",
    definition: "The headline promises what the text does not hold.",
    question: "Would the text alone lead to this headline?",
  },
];
