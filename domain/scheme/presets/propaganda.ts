// The fourteen techniques of SemEval-2020 task 11.

import type { PresetLabel } from "./preset.ts";

export const PROPAGANDA: readonly PresetLabel[] = [
  {
    id: "loaded-language",
    name: "Loaded language",
    definition: "Words and phrases that stir strong feelings, for or against.",
  },
  {
    id: "name-calling-labeling",
    name: "Name calling or labelling",
    definition: "Gives somebody a name that the audience fears, hates or loves.",
  },
  {
    id: "repetition",
    name: "Repetition",
    definition: "Says the same again and again until it is believed.",
  },
  {
    id: "exaggeration-minimization",
    name: "Exaggeration or minimisation",
    definition: "Makes something larger, better or worse than it is, or smaller.",
  },
  {
    id: "doubt",
    name: "Doubt",
    definition: "Questions whether somebody can be believed, instead of what they say.",
  },
  {
    id: "appeal-to-fear-prejudice",
    name: "Appeal to fear or prejudice",
    definition: "Seeks support by fear of what would happen otherwise, or of certain people.",
  },
  {
    id: "flag-waving",
    name: "Flag waving",
    definition: "Justifies something by pride in a nation or a group.",
  },
  {
    id: "causal-oversimplification",
    name: "Causal oversimplification",
    definition: "Gives one cause where there are several.",
  },
  {
    id: "slogans",
    name: "Slogan",
    definition: "A short, striking phrase that is felt before it is thought about.",
  },
  {
    id: "appeal-to-authority",
    name: "Appeal to authority",
    definition: "True because somebody important says so, without more evidence.",
  },
  {
    id: "black-and-white-fallacy-dictatorship",
    name: "Black and white, or no choice",
    definition: "Offers two ways where there are more, or only one.",
  },
  {
    id: "thought-terminating-cliche",
    name: "Thought-ending cliché",
    definition: "A commonplace that closes the discussion.",
  },
  {
    id: "whataboutism-straw-man-red-herring",
    name: "Whataboutism, straw man or red herring",
    definition: "Turns to others’ faults, to a distorted opponent or to another subject.",
  },
  {
    id: "bandwagon-reductio-ad-hitlerum",
    name: "Bandwagon or guilt by likeness",
    definition: "Right because all do it, or wrong because hated people do it.",
  },
];
