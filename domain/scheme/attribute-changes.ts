// What can be done to the attributes of a kind. Each change gives a new scheme, or the same one where it is not possible.

import { newId } from "../id.ts";
import type { Attribute, KindId, Scheme } from "./scheme.ts";
import { plainLetters, withKind } from "./scheme-changes.ts";
import { MOST } from "./scheme-schema.ts";

/** Adds an attribute at the end: words of one's own, until that is changed. */
export function addAttribute(scheme: Scheme, kindId: KindId, name: string): Scheme {
  return withAttributes(scheme, kindId, (attributes) =>
    attributes.length >= MOST.attributes
      ? attributes
      : [...attributes, { id: unusedId(name), name, help: "", input: "text", values: [] }],
  );
}

/** Sets parts of an attribute. One that is no choice any more has no values. */
export function changeAttribute(
  scheme: Scheme,
  kindId: KindId,
  id: string,
  change: Partial<Omit<Attribute, "id">>,
): Scheme {
  const changed = (attribute: Attribute): Attribute => {
    const next = { ...attribute, ...change };
    return next.input === "choice" ? next : { ...next, values: [] };
  };
  return withAttributes(scheme, kindId, (attributes) =>
    attributes.map((each) => (each.id === id ? changed(each) : each)),
  );
}

/** Takes an attribute away. What annotations say under it stays in them, and is shown nowhere. */
export function removeAttribute(scheme: Scheme, kindId: KindId, id: string): Scheme {
  return withAttributes(scheme, kindId, (attributes) =>
    attributes.filter((each) => each.id !== id),
  );
}

/** Moves an attribute one place up (-1) or down (1). */
export function moveAttribute(scheme: Scheme, kindId: KindId, id: string, by: 1 | -1): Scheme {
  return withAttributes(scheme, kindId, (attributes) => moved(attributes, id, by));
}

/** Something that can be chosen, with an id of its own. */
export function newValue(name: string): Attribute["values"][number] {
  return { id: unusedId(name), name };
}

/** The list with one thing one place up (-1) or down (1); the same list where there is no such place. */
export function moved<T extends { readonly id: string }>(
  list: readonly T[],
  id: string,
  by: 1 | -1,
): readonly T[] {
  const at = list.findIndex((each) => each.id === id);
  const [one, other] = [list[at], list[at + by]];
  return one && other ? list.with(at, other).with(at + by, one) : list;
}

/** An id that nothing ever had: annotations keep what was said under those that are gone. */
function unusedId(name: string): string {
  return `${plainLetters(name) || "attribute"}-${newId().slice(0, 6)}`;
}

function withAttributes(
  scheme: Scheme,
  kindId: KindId,
  change: (attributes: readonly Attribute[]) => readonly Attribute[],
): Scheme {
  return withKind(scheme, kindId, (kind) => {
    const attributes = change(kind.attributes);
    return attributes === kind.attributes ? kind : { ...kind, attributes };
  });
}
