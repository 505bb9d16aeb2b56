// Starting from a preset.

import type { PresetLabel } from "./presets/preset.ts";
import {
  type Kind,
  type KindId,
  type Label,
  type LabelStatus,
  MOST_OFFERED,
  type Scheme,
} from "./scheme.ts";
import { changeScheme, freeGlyph, freeId, hidden, withKind } from "./scheme-changes.ts";
import { MOST } from "./scheme-schema.ts";

/**
 * Puts the labels of a preset in the place of those that a kind offers. The first eight are offered and
 * the others hidden; labels that were there are hidden behind them, except those that have the name of one of the preset.
 */
export function startFromLabels(
  scheme: Scheme,
  kindId: KindId,
  preset: readonly PresetLabel[],
): Scheme {
  return withKind(scheme, kindId, (kind) => {
    const labels: Label[] = [];
    for (const wanted of preset) {
      const status = labels.length < MOST_OFFERED ? "offered" : "hidden";
      labels.push(sameLabel(kind, wanted, status) ?? newLabel(kind, labels, wanted, status));
    }
    const used = new Set(labels.map(({ id }) => id));
    const left = kind.labels.filter(({ id }) => !used.has(id)).map(hidden);
    return labels.length + left.length > MOST.labels
      ? kind
      : { ...kind, labels: [...labels, ...left] };
  });
}

/** The label of a preset with another text in the place of each. */
export function presetWith(
  { question, ...label }: PresetLabel,
  say: (text: string) => string,
): PresetLabel {
  const said = { id: label.id, name: say(label.name), definition: say(label.definition) };
  return question === undefined ? said : { ...said, question: say(question) };
}

/** Adds questions of a preset to those about the whole article, as far as there is room. */
export function addQuestions(scheme: Scheme, questions: readonly string[]): Scheme {
  const all = [...new Set([...scheme.questions, ...questions])];
  return changeScheme(scheme, { questions: all.slice(0, MOST.questions) });
}

/** The label of a kind that a preset means: two of one name would be told apart by nobody. */
function sameLabel({ labels }: Kind, wanted: PresetLabel, status: LabelStatus): Label | null {
  const same = labels.find((label) => label.name === wanted.name && label.status !== "retired");
  return same ? { ...same, status } : null;
}

/** `before` are those that the preset has put in already. */
function newLabel(
  kind: Kind,
  before: readonly Label[],
  { id, question = "", ...texts }: PresetLabel,
  status: LabelStatus,
): Label {
  const taken = [...kind.labels, ...before];
  return {
    id: taken.some((label) => label.id === id) ? freeId(taken, texts.name) : id,
    status,
    glyph: freeGlyph(before, texts.name),
    ...texts,
    question,
    examples: [],
    counterExamples: [],
  };
}
