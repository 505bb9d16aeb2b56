// The scheme that a fresh Postil opens with.

import { POSTIL_CORE_ATTRIBUTES } from "./postil-core-attributes.ts";
import { POSTIL_CORE_LABELS } from "./postil-core-labels.ts";
import type { Scheme } from "./scheme.ts";

export const POSTIL_CORE: Scheme = {
  id: "postil-core",
  version: 1,
  name: "Postil core",
  questions: [],
  kinds: [
    {
      id: "claim",
      name: "Claim",
      key: "c",
      glyph: "C",
      underline: "solid",
      colours: {
        light: { line: "#0063a6", tint: "#d6eaf8" },
        dark: { line: "#6cb8f0", tint: "#10324a" },
      },
      unit: 'a whole clause that could be true or false; leave out the final full stop and words like "As" or "This comes as"',
      labels: POSTIL_CORE_LABELS.claim,
      attributes: POSTIL_CORE_ATTRIBUTES.claim,
    },
    {
      id: "entity",
      name: "Name",
      key: "e",
      glyph: "E",
      underline: "dotted",
      colours: {
        light: { line: "#6f6100", tint: "#f7f0c6" },
        dark: { line: "#d8c24a", tint: "#37310a" },
      },
      unit: 'the name only: no title before it, no "the", no possessive s; label by what the name is, not by how it is used (a country is a place even when it acts)',
      labels: POSTIL_CORE_LABELS.entity,
      attributes: POSTIL_CORE_ATTRIBUTES.entity,
    },
    {
      id: "framing",
      name: "Framing",
      key: "f",
      glyph: "~",
      underline: "wavy",
      colours: {
        light: { line: "#a8326d", tint: "#fbe0ec" },
        dark: { line: "#f28dbb", tint: "#4a1830" },
      },
      unit: "the shortest wording that carries the effect (usually one to six words)",
      labels: POSTIL_CORE_LABELS.framing,
      attributes: POSTIL_CORE_ATTRIBUTES.framing,
    },
  ],
};
