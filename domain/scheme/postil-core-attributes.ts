// What may be said of an annotation of each kind beyond its label, in the scheme that a fresh Postil
// opens with. The priority follows the questions of CheckThat! (public interest, harm, reach, doubt).

import type { Attribute, KindId } from "./scheme.ts";

export const POSTIL_CORE_ATTRIBUTES: Readonly<Record<KindId, readonly Attribute[]>> = {
  claim: [
    {
      id: "attribution",
      name: "Whose voice",
      help: "Who states it: the writer as a fact, somebody quoted, somebody reported, or nobody named.",
      input: "choice",
      values: [
        { id: "author", name: "The writer" },
        { id: "direct", name: "Quoted" },
        { id: "indirect", name: "Reported" },
        { id: "unattributed", name: "Nobody named" },
      ],
    },
    {
      id: "speaker",
      name: "Speaker",
      help: "The person, organisation or document that says it.",
      input: "text",
      values: [],
    },
    {
      id: "checkability",
      name: "Can it be checked?",
      help: "Whether evidence could confirm or refute it, now or later.",
      input: "choice",
      values: [
        { id: "checkable", name: "Yes" },
        { id: "partly", name: "Partly" },
        { id: "later", name: "Later" },
        { id: "not-checkable", name: "No" },
      ],
    },
    {
      id: "priority",
      name: "Priority",
      help: "How much it matters: public interest, possible harm, reach, doubt.",
      input: "choice",
      values: [
        { id: "low", name: "Low" },
        { id: "medium", name: "Medium" },
        { id: "high", name: "High" },
        { id: "urgent", name: "Urgent" },
      ],
    },
  ],
  entity: [
    {
      id: "entity",
      name: "Full name",
      help: "The name under which everybody would look it up.",
      input: "text",
      values: [],
    },
    {
      id: "source-role",
      name: "As a source",
      help: "The part it plays in the article as a source of information.",
      input: "choice",
      values: [
        { id: "none", name: "None" },
        { id: "official", name: "Official" },
        { id: "expert", name: "Expert" },
        { id: "affected", name: "Affected" },
        { id: "partisan", name: "Partisan" },
        { id: "document", name: "Document" },
        { id: "unnamed", name: "Unnamed" },
      ],
    },
    {
      id: "link",
      name: "Link",
      help: "Where it is described: an encyclopedia, a register, its own site.",
      input: "link",
      values: [],
    },
  ],
  framing: [
    {
      id: "intensity",
      name: "How strong",
      help: "How much the wording pulls.",
      input: "choice",
      values: [
        { id: "slight", name: "Slight" },
        { id: "clear", name: "Clear" },
        { id: "strong", name: "Strong" },
      ],
    },
    {
      id: "neutral",
      name: "Neutral wording",
      help: "The same in plain words.",
      input: "text",
      values: [],
    },
  ],
};
