// The texts of a scheme: all that is written for people, and nothing else.

import type { Attribute, Kind, Label, Scheme } from "./scheme.ts";

/** The scheme with another text in the place of each. */
export function withTexts(scheme: Scheme, say: (text: string) => string): Scheme {
  return {
    ...scheme,
    name: say(scheme.name),
    questions: scheme.questions.map(say),
    kinds: scheme.kinds.map((kind) => kindWith(kind, say)),
  };
}

function kindWith(kind: Kind, say: (text: string) => string): Kind {
  return {
    ...kind,
    name: say(kind.name),
    unit: say(kind.unit),
    labels: kind.labels.map((label) => labelWith(label, say)),
    attributes: kind.attributes.map((attribute) => attributeWith(attribute, say)),
  };
}

function labelWith(label: Label, say: (text: string) => string): Label {
  return {
    ...label,
    name: say(label.name),
    definition: say(label.definition),
    question: say(label.question),
    examples: label.examples.map(say),
    counterExamples: label.counterExamples.map(say),
  };
}

function attributeWith(attribute: Attribute, say: (text: string) => string): Attribute {
  return {
    ...attribute,
    name: say(attribute.name),
    help: say(attribute.help),
    values: attribute.values.map(({ id, name }) => ({ id, name: say(name) })),
  };
}
