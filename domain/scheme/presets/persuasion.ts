// The twenty-three techniques of SemEval-2023 task 3; one or two of each group come first.

import type { PresetLabel } from "./preset.ts";

export const PERSUASION: readonly PresetLabel[] = [
  {
    id: "loaded-language",
    name: "Loaded language",
    definition: "Words with a strong emotional charge.",
  },
  {
    id: "name-calling",
    name: "Name calling or labelling",
    definition: "Gives a person or group a label that praises or condemns.",
  },
  {
    id: "exaggeration",
    name: "Exaggeration or minimisation",
    definition: "Makes things larger or smaller than they are.",
  },
  {
    id: "casting-doubt",
    name: "Casting doubt",
    definition: "Questions whether somebody can be believed, instead of arguing.",
  },
  {
    id: "appeal-to-fear",
    name: "Appeal to fear or prejudice",
    definition: "Uses fear or prejudice to win support.",
  },
  {
    id: "whataboutism",
    name: "Whataboutism",
    definition: "Points to the wrongs of others to avoid the subject.",
  },
  {
    id: "causal-oversimplification",
    name: "Causal oversimplification",
    definition: "One cause where there are several.",
  },
  {
    id: "slogans",
    name: "Slogan",
    definition: "A short, striking phrase in place of reasons.",
  },
  {
    id: "guilt-by-association",
    name: "Guilt by association",
    definition: "Discredits by a link to something that the audience dislikes.",
  },
  {
    id: "appeal-to-hypocrisy",
    name: "Appeal to hypocrisy",
    definition: "Answers a charge with the same charge against the accuser.",
  },
  {
    id: "questioning-reputation",
    name: "Questioning the reputation",
    definition: "Attacks character or past to weaken somebody.",
  },
  {
    id: "flag-waving",
    name: "Flag waving",
    definition: "Justifies by pride in a nation or group.",
  },
  {
    id: "appeal-to-authority",
    name: "Appeal to authority",
    definition: "True because an authority says so.",
  },
  {
    id: "appeal-to-popularity",
    name: "Appeal to popularity",
    definition: "Right because many agree.",
  },
  {
    id: "appeal-to-values",
    name: "Appeal to values",
    definition: "Ties a position to values that the audience holds.",
  },
  {
    id: "straw-man",
    name: "Straw man",
    definition: "Refutes a distorted version of what the others say.",
  },
  {
    id: "red-herring",
    name: "Red herring",
    definition: "Leads the attention to something that does not matter.",
  },
  {
    id: "false-dilemma",
    name: "False dilemma or no choice",
    definition: "Only two ways, or one, where there are more.",
  },
  {
    id: "consequential-oversimplification",
    name: "Slippery slope",
    definition: "A chain of dire effects, without evidence for each step.",
  },
  {
    id: "conversation-killer",
    name: "Conversation killer",
    definition: "A phrase that ends the discussion.",
  },
  {
    id: "appeal-to-time",
    name: "Appeal to time",
    definition: "The time to act has come, and that is the whole reason.",
  },
  {
    id: "obfuscation",
    name: "Obfuscation or vagueness",
    definition: "Unclear on purpose.",
  },
  {
    id: "repetition",
    name: "Repetition",
    definition: "The same word or idea again and again.",
  },
];
