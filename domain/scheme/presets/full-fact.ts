// Full Fact's seven types of claims.

import type { PresetLabel } from "./preset.ts";

export const FULL_FACT: readonly PresetLabel[] = [
  {
    id: "personal",
    name: "Personal experience",
    definition:
      "Tells what the speaker did, saw or went through, which hardly anybody else can check.",
  },
  {
    id: "quantity",
    name: "Quantity, past or present",
    definition: "Gives a number, a share, a rank or a trend of something that has been counted.",
  },
  {
    id: "causation",
    name: "Correlation or cause",
    definition: "Says that two things go together, or that one of them brings about the other.",
  },
  {
    id: "rules",
    name: "Law or rule",
    definition: "Says what a law, a procedure or an institution allows, demands or does.",
  },
  {
    id: "prediction",
    name: "Prediction",
    definition: "Says what will happen, or would happen if something else did.",
  },
  {
    id: "other",
    name: "Other claim",
    definition:
      "Can be checked, but is of none of these types: a quotation, an event, a position held.",
  },
  {
    id: "none",
    name: "No claim",
    definition: "States nothing that could be checked: a greeting, an opinion, a promise.",
  },
];
