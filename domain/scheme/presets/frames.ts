// The fifteen frames of the Media Frames Corpus; the most general one comes last.

import type { PresetLabel } from "./preset.ts";

export const FRAMES: readonly PresetLabel[] = [
  { id: "economic", name: "Economy", definition: "Costs, gains and other matters of money." },
  {
    id: "political",
    name: "Politics",
    definition: "Parties, tactics, elections, what those in power do to stay there.",
  },
  {
    id: "security",
    name: "Security and defence",
    definition: "Threats to people or a nation, and protection from them.",
  },
  {
    id: "crime",
    name: "Crime and punishment",
    definition: "Offences, police, courts at work, sentences.",
  },
  {
    id: "morality",
    name: "Morality",
    definition: "Right and wrong, duty, religion and conscience.",
  },
  {
    id: "fairness",
    name: "Fairness and equality",
    definition: "Who is treated like others, and who is not.",
  },
  {
    id: "health",
    name: "Health and safety",
    definition: "Illness, care, accidents and how to avoid them.",
  },
  {
    id: "public-opinion",
    name: "Public opinion",
    definition: "What people think: polls, protest, moods.",
  },
  {
    id: "legality",
    name: "Law and rights",
    definition: "Constitutions, rights, what courts and laws say.",
  },
  {
    id: "policy",
    name: "Policy",
    definition: "Measures that are proposed or in force, and how they work.",
  },
  {
    id: "capacity",
    name: "Capacity and resources",
    definition: "Whether there are people, time, money or room enough.",
  },
  {
    id: "quality-of-life",
    name: "Quality of life",
    definition: "Daily life: comfort, time, mobility, happiness.",
  },
  {
    id: "cultural-identity",
    name: "Culture and identity",
    definition: "Traditions, customs and values of a group.",
  },
  {
    id: "reputation",
    name: "Relations and reputation",
    definition: "How a country or group deals with others, and looks to them.",
  },
  { id: "other", name: "Other", definition: "A frame that is none of these." },
];
