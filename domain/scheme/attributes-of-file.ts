// What a file says of annotations beyond their labels, under attributes of a scheme: those that it has, and new ones.

import { attributeValue, shownValue } from "./attribute.ts";
import { newValue } from "./attribute-changes.ts";
import { type Attribute, type Kind, type KindId, kindOf, type Scheme } from "./scheme.ts";
import { withKind } from "./scheme-changes.ts";
import { plainName } from "./scheme-of-file.ts";
import { MOST } from "./scheme-schema.ts";

/** An attribute of a file's codebook, as annotations have it that are of this kind here. */
export type FileAttribute = {
  readonly kind: KindId;
  readonly attribute: Attribute;
  /** The ids of what they chose; empty unless it is a choice. */
  readonly chosen: readonly string[];
};

/** Adds to a scheme what it lacks of these, as far as there is room: attributes as they are, and what was chosen. */
export function askAsFile(scheme: Scheme, wanted: readonly FileAttribute[]): Scheme {
  const asking = wanted.reduce(
    (before, each) => withKind(before, each.kind, (kind) => askedToo(kind, each)),
    scheme,
  );
  // one that is new may be what another of before it is by its id, and then lack what was chosen there
  return asking === scheme ? scheme : askAsFile(asking, wanted);
}

/** Whether a scheme has no place for some of it. */
export function lacks(scheme: Scheme, wanted: FileAttribute): boolean {
  const own = ownAttribute(kindOf(scheme, wanted.kind), wanted.attribute);
  return own === null || lackingValues(own, wanted).length > 0;
}

function askedToo(kind: Kind, wanted: FileAttribute): Kind {
  const own = ownAttribute(kind, wanted.attribute);
  if (own === null) {
    const attributes = [...kind.attributes, wanted.attribute].slice(0, MOST.attributes);
    return attributes.length === kind.attributes.length ? kind : { ...kind, attributes };
  }
  const ids = new Set(own.values.map(({ id }) => id));
  const lacking = lackingValues(own, wanted).map((value) =>
    ids.has(value.id) ? newValue(value.name) : value,
  );
  const values = [...own.values, ...lacking].slice(0, MOST.values);
  if (values.length === own.values.length) return kind;
  const attributes = kind.attributes.map((each) => (each === own ? { ...own, values } : each));
  return { ...kind, attributes };
}

/** The attribute that one of a file is here: of its id, else of its name (whatever its case); null when there is none. */
function ownAttribute({ attributes }: Kind, { id, name }: Pick<Attribute, "id" | "name">) {
  const named = (): Attribute | undefined =>
    attributes.find((each) => plainName(each.name) === plainName(name));
  return attributes.find((each) => each.id === id) ?? named() ?? null;
}

function lackingValues(own: Attribute, { attribute, chosen }: FileAttribute) {
  if (own.input !== "choice") return [];
  return attribute.values.filter(
    ({ id }) => chosen.includes(id) && chosenHere(own, attribute, id) === null,
  );
}

/** The id of what was chosen in a file, or typed there; null when it cannot be chosen here. */
function chosenHere(own: Attribute, there: Attribute, told: string): string | null {
  const same = there.id === own.id ? own.values.find(({ id }) => id === told) : undefined;
  const name = plainName(shownValue(there, told) ?? told);
  const named = own.values.find((each) => plainName(each.name) === name);
  return (same ?? named)?.id ?? null;
}

/**
 * Under which id an annotation of a kind holds what a file tells under another, and what; null where it
 * cannot. `there`: the attribute as the file's codebook has it, which counts by its id alone where it is null.
 */
export function heldBy(
  kind: Kind,
  [id, told]: readonly [id: string, told: string],
  there: Attribute | null,
): readonly [id: string, value: string] | null {
  const own = there ? ownAttribute(kind, there) : kind.attributes.find((each) => each.id === id);
  if (!own) return null;
  const value = there ? valueHere(own, there, told) : attributeValue(own, told);
  return value === null ? null : [own.id, value];
}

function valueHere(own: Attribute, there: Attribute, told: string): string | null {
  if (own.input === "choice") return chosenHere(own, there, told);
  return attributeValue(own, shownValue(there, told) ?? told);
}
