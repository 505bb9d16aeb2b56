// The labels of the scheme that a fresh Postil opens with; their examples are from its sample article.
// Sources of the definitions: ClaimBuster and Full Fact (claims), CoNLL-2003 and OntoNotes 5 (names),
// SemEval-2020 task 11, Recasens et al. 2013 and BASIL (framing).

import type { KindId, Label } from "./scheme.ts";

type CoreLabel = Omit<Label, "status" | "examples" | "counterExamples"> & {
  /** A passage of the sample article; absent where it has none. */
  readonly example?: string;
  readonly counterExample: string;
};

const offered = ({ example, counterExample, ...label }: CoreLabel): Label => ({
  ...label,
  status: "offered",
  examples: example === undefined ? [] : [example],
  counterExamples: [counterExample],
});

const CLAIM: readonly CoreLabel[] = [
  {
    id: "fact",
    glyph: "F",
    name: "Checkable fact",
    definition:
      "States that something is or was so, in a way that evidence could confirm or refute.",
    question: "Who could prove or disprove this, and with what?",
    example:
      "cross-border attacks from Lebanon continue unabated since the onset of the war between Israel and Hamas",
    counterExample: "these diplomatic endeavors are pivotal: that is a judgement",
  },
  {
    id: "number",
    glyph: "N",
    name: "Number or comparison",
    definition: "Rests on a count, rank, amount, date, trend or comparison.",
    question: "Counted by whom, of what, from when to when?",
    example: "his fifth since the outbreak of hostilities with Hamas on October 7",
    counterExample: "October 7 by itself: that is a date, and nothing is claimed",
  },
  {
    id: "cause",
    glyph: "→",
    name: "Cause or effect",
    definition: "Says that one thing led to, prevents or is linked with another.",
    question: "Does the order of events fit, and what else could explain it?",
    example: "which led to the tragic loss of life and the abduction of civilians",
    counterExample: "This comes as attacks continue: at the same time is not because of",
  },
  {
    id: "rule",
    glyph: "§",
    name: "Law, right or rule",
    definition: "Says what a law, right, treaty or rule allows or demands.",
    question: "Which text says so, and who disputes it?",
    example: "Israel’s right to defend itself",
    counterExample: "the importance of maintaining strong ties: no rule demands it",
  },
  {
    id: "prediction",
    glyph: "⟫",
    name: "Prediction or plan",
    definition: "Says what will or is expected to happen, so it cannot be checked yet.",
    question: "Who expects this, and when could we check it?",
    example: "Blinken’s meetings in Israel are expected to yield concrete results",
    counterExample: "has also been dispatched to the region: that has happened",
  },
  {
    id: "intent",
    glyph: "♥",
    name: "Intent or feeling",
    definition: "Says what a person, group or state wants, aims at or feels.",
    question: "How does the writer know; is anyone quoted?",
    example: "underscores the growing US concern over the potential escalation of the conflict",
    counterExample: "Blinken’s agenda is packed with meetings: that is seen, not felt",
  },
  {
    id: "opinion",
    glyph: "O",
    name: "Opinion or judgement",
    definition: "Says what is good, bad, important or right, so evidence alone cannot settle it.",
    question: "Could fair-minded people disagree even with all the facts?",
    example: "Secretary Blinken’s visit to Israel is a crucial step",
    counterExample: "Critics call the visit useless: that they say so can be checked",
  },
];

const ENTITY: readonly CoreLabel[] = [
  {
    id: "person",
    glyph: "P",
    name: "Person",
    definition: "A named individual.",
    question: "What is this person's stake in the story?",
    example: "Antony Blinken",
    counterExample: "IDF Spokesperson: a post without the name",
  },
  {
    id: "org",
    glyph: "O",
    name: "Organisation",
    definition: "A named government body, administration, party, company, army or armed group.",
    question: "Who speaks for it and who pays for it?",
    example: "Hezbollah",
    counterExample: "Lebanon: a country is a place, even when it acts",
  },
  {
    id: "place",
    glyph: "L",
    name: "Place",
    definition: "A named country, region, city, border or building.",
    question: "Would both sides use this name?",
    example: "Tel Aviv",
    counterExample: "the area: not a name",
  },
  {
    id: "group",
    glyph: "G",
    name: "People",
    definition: "A nationality, religion, political or social group.",
    question: "Is the group given a voice, or only talked about?",
    example: "Gazans",
    counterExample: "Gaza: the place, not the people in it",
  },
  {
    id: "event",
    glyph: "V",
    name: "Event",
    definition: "A named war, election, attack, summit or law.",
    question: "When did it start, and who named it?",
    example: "war between Israel and Hamas",
    counterExample: "a series of meetings: nobody would look it up under this name",
  },
  {
    id: "date",
    glyph: "D",
    name: "Date or time",
    definition: "A date, period or time.",
    question: "Is it exact enough to check?",
    example: "October 7",
    counterExample: "fifth: a count, not a time",
  },
  {
    id: "figure",
    glyph: "#",
    name: "Figure",
    definition: "A number, rank, amount of money or percentage.",
    question: "What is the base, and where does it come from?",
    example: "fifth",
    counterExample: "October 7: the number belongs to a date",
  },
  {
    id: "unnamed",
    glyph: "?",
    name: "Unnamed source",
    definition: 'A source of information that is not named ("officials", "sources close to").',
    question: "Why is the name withheld, and can we judge it?",
    counterExample: "key Israeli leaders: they are met, and say nothing here",
  },
];

const FRAMING: readonly CoreLabel[] = [
  {
    id: "loaded",
    glyph: "!",
    name: "Loaded word",
    definition: "Wording that brings in emotion or judgement where a plainer word exists.",
    question: "What changes if you swap in a plain word?",
    example: "tragic",
    counterExample: "war: no plainer word says the same",
  },
  {
    id: "naming",
    glyph: "N",
    name: "Naming",
    definition:
      "The name chosen for a side, group, act or event, where others use a different one.",
    question: "What would the other side call it?",
    example: "Israel’s Defense Efforts",
    counterExample: "Tel Aviv: all sides use the name",
  },
  {
    id: "softened",
    glyph: "≈",
    name: "Softened or vague",
    definition: "A mild, abstract or official phrase in place of the plain fact (euphemism).",
    question: "What exactly happened to whom?",
    example: "less intensive phase",
    counterExample: "delivery of aid: plain, though unexciting",
  },
  {
    id: "hidden-actor",
    glyph: "∅",
    name: "Hidden actor",
    definition: "Passive or noun phrase that leaves out who did it.",
    question: "Who did what to whom?",
    example: "the outbreak of hostilities with Hamas",
    counterExample:
      "as outlined by IDF Spokesperson Daniel Hagari: passive, but the actor is there",
  },
  {
    id: "assumed",
    glyph: "✓",
    name: "Taken for granted",
    definition: "A verb or word that treats a contestable point as settled.",
    question: 'Would the sentence still work with "suggests" or "claims"?',
    example: "underscores",
    counterExample: "says: leaves open whether it is so",
  },
  {
    id: "certainty",
    glyph: "±",
    name: "Certainty",
    definition: "A hedge, booster or forecast that sets how sure we should be.",
    question: "How sure is the source really, and who says so?",
    example: "are expected to",
    counterExample: "aims to: tells a purpose, not how sure we are",
  },
  {
    id: "appeal",
    glyph: "★",
    name: "Appeal",
    definition: "Calls on values, fear, loyalty, authority or popularity in place of evidence.",
    question: "Would this persuade you without the value word?",
    example: "its values of democracy, security, and the pursuit of peace",
    counterExample: "progressive voices within his party: describes, and asks for nothing",
  },
  {
    id: "emphasis",
    glyph: "◐",
    name: "Emphasis or omission",
    definition: "What is put first, repeated, or left out so that one side stands out.",
    question: "Whose view, number or action is missing here?",
    example: "cross-border attacks from Lebanon",
    counterExample: "Israel and Hezbollah in Lebanon: both sides are there",
  },
];

export const POSTIL_CORE_LABELS: Readonly<Record<KindId, readonly Label[]>> = {
  claim: CLAIM.map(offered),
  entity: ENTITY.map(offered),
  framing: FRAMING.map(offered),
};
