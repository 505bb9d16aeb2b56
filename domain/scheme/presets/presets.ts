// All presets, each read only when somebody starts from it.

import type { KindId } from "../scheme.ts";
import type { PresetLabel } from "./preset.ts";

/** Where a preset comes from, as a name that can be looked up. */
type Described = { readonly id: string; readonly name: string; readonly source: string };

/** Labels; `kind` is the one that they suit best. */
export type LabelPreset = Described & {
  readonly kind: KindId;
  readonly count: number;
  readonly load: () => Promise<readonly PresetLabel[]>;
};

/** Questions about an article as a whole. */
export type QuestionPreset = Described & { readonly load: () => Promise<readonly string[]> };

export const LABEL_PRESETS: readonly LabelPreset[] = [
  {
    id: "claimbuster-3",
    name: "Worth checking, or not",
    source: "ClaimBuster, Arslan et al. 2020",
    kind: "claim",
    count: 3,
    load: async () => (await import("./claimbuster.ts")).CLAIMBUSTER,
  },
  {
    id: "fullfact-7",
    name: "Types of claims",
    source: "Full Fact, Konstantinovskiy et al. 2021",
    kind: "claim",
    count: 7,
    load: async () => (await import("./full-fact.ts")).FULL_FACT,
  },
  {
    id: "conll-4",
    name: "Names, four types",
    source: "CoNLL-2003 shared task",
    kind: "entity",
    count: 4,
    load: async () => (await import("./conll.ts")).CONLL,
  },
  {
    id: "ontonotes-18",
    name: "Names, eighteen types",
    source: "OntoNotes 5.0",
    kind: "entity",
    count: 18,
    load: async () => (await import("./ontonotes.ts")).ONTONOTES,
  },
  {
    id: "imvain",
    name: "Weighing sources",
    source: "IMVAIN, Stony Brook Center for News Literacy",
    kind: "entity",
    count: 5,
    load: async () => (await import("./imvain.ts")).IMVAIN,
  },
  {
    id: "tone-review",
    name: "An editor’s review of tone",
    source: "BBC Editorial Guidelines, Reuters Handbook, AP Stylebook",
    kind: "framing",
    count: 8,
    load: async () => (await import("./tone-review.ts")).TONE_REVIEW,
  },
  {
    id: "propaganda-14",
    name: "Propaganda techniques",
    source: "SemEval-2020 task 11, Da San Martino et al. 2020",
    kind: "framing",
    count: 14,
    load: async () => (await import("./propaganda.ts")).PROPAGANDA,
  },
  {
    id: "persuasion-23",
    name: "Persuasion techniques",
    source: "SemEval-2023 task 3, Piskorski et al. 2023",
    kind: "framing",
    count: 23,
    load: async () => (await import("./persuasion.ts")).PERSUASION,
  },
  {
    id: "frames-15",
    name: "News frames",
    source: "Media Frames Corpus, Boydstun et al. 2014, Card et al. 2015",
    kind: "framing",
    count: 15,
    load: async () => (await import("./frames.ts")).FRAMES,
  },
];

export const QUESTION_PRESETS: readonly QuestionPreset[] = [
  {
    id: "cml-5",
    name: "Five questions about a message",
    source: "after the key questions of the Center for Media Literacy",
    load: async () => (await import("./whole-article.ts")).FIVE_QUESTIONS,
  },
  {
    id: "namle-3",
    name: "Authors, meanings, reality",
    source: "after the key questions of NAMLE",
    load: async () => (await import("./whole-article.ts")).THREE_GROUPS,
  },
  {
    id: "sift",
    name: "Four moves before you share",
    source: "after SIFT by Mike Caulfield",
    load: async () => (await import("./whole-article.ts")).SIFT,
  },
];
