// Two people changed one scheme at the same time: what each of them did, put together.

import {
  type Attribute,
  type Kind,
  kindOf,
  type Label,
  MOST_OFFERED,
  type Scheme,
} from "./scheme.ts";
import { freeId, hidden } from "./scheme-changes.ts";
import { isOther } from "./scheme-differences.ts";

/**
 * What `mine` changed in `base`, on top of `theirs`, which followed `base`, too. Where both changed
 * the same part, mine counts; a label that they retired stays retired. The version is theirs.
 */
export function mergedSchemes(base: Scheme, mine: Scheme, theirs: Scheme): Scheme {
  const kinds = mine.kinds.map(({ id }) =>
    mergedKinds({ base: kindOf(base, id), mine: kindOf(mine, id), theirs: kindOf(theirs, id) }),
  );
  return { ...mergedParts({ base, mine, theirs }), version: theirs.version, kinds };
}

type Versions<T> = { readonly base: T; readonly mine: T; readonly theirs: T };

/** Each part as in `mine` where that changed it, else as in `theirs`. */
function mergedParts<T extends object>({ base, mine, theirs }: Versions<T>): T {
  const merged = { ...theirs };
  for (const key in mine) if (isOther(mine[key], base[key])) merged[key] = mine[key];
  return merged;
}

function mergedKinds(kinds: Versions<Kind>): Kind {
  const labels = mergedLabels(each(kinds, (kind) => kind.labels));
  const attributes = mergedAttributes(each(kinds, (kind) => kind.attributes));
  return { ...mergedParts(kinds), labels, attributes };
}

const each = <T, U>({ base, mine, theirs }: Versions<T>, part: (of: T) => U): Versions<U> => ({
  ...{ base: part(base), mine: part(mine), theirs: part(theirs) },
});

function mergedLabels(lists: Versions<readonly Label[]>): readonly Label[] {
  const { base, mine, theirs } = lists;
  const [before, there] = [byId(base), byId(theirs)];
  const labels = mine.map((label) => {
    const [old, their] = [before.get(label.id), there.get(label.id)];
    if (old && their) return mergedLabel({ base: old, mine: label, theirs: their });
    // both added one under the same id
    return their && isOther(their, label) ? { ...label, id: freeId(theirs, label.name) } : label;
  });
  const here = byId(labels);
  const missing = theirs.filter(({ id }) => !here.has(id));
  return withinDigits(inOrder(lists, [...labels, ...missing]));
}

function mergedLabel(label: Versions<Label>): Label {
  return label.theirs.status === "retired" ? label.theirs : mergedParts(label);
}

/** An attribute that one took away is gone, unless the other changed it. */
function mergedAttributes(lists: Versions<readonly Attribute[]>): readonly Attribute[] {
  const { base, mine, theirs } = lists;
  const [before, here, there] = [byId(base), byId(mine), byId(theirs)];
  const isKept = (attribute: Attribute, others: ReadonlyMap<string, Attribute>): boolean =>
    others.has(attribute.id) || isOther(attribute, before.get(attribute.id));
  const ours = mine
    .filter((attribute) => isKept(attribute, there))
    .map((attribute) => {
      const [old, their] = [before.get(attribute.id), there.get(attribute.id)];
      return old && their
        ? mergedAttribute({ base: old, mine: attribute, theirs: their })
        : attribute;
    });
  const missing = theirs.filter((attribute) => !here.has(attribute.id) && isKept(attribute, here));
  return inOrder(lists, [...ours, ...missing]);
}

/** Values go with the way in which they are put in. */
function mergedAttribute(attribute: Versions<Attribute>): Attribute {
  const { base, mine, theirs } = attribute;
  const { input, values } =
    mine.input === base.input && !isOther(mine.values, base.values) ? theirs : mine;
  return { ...mergedParts(attribute), input, values };
}

type Identified = { readonly id: string };

/** All of them in the order that I gave them, or else in theirs, those that it lacks at the end. */
function inOrder<T extends Identified>(lists: Versions<readonly T[]>, all: readonly T[]): T[] {
  if (countsMyOrder(lists)) return [...all];
  const places = new Map(lists.theirs.map(({ id }, place) => [id, place]));
  const placeOf = ({ id }: T): number => places.get(id) ?? places.size;
  return all.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** Whether I moved things, or gave new ones a place among those that they left as they were. */
function countsMyOrder({ base, mine, theirs }: Versions<readonly Identified[]>): boolean {
  const before = byId(base);
  const order = (list: readonly Identified[]): string[] =>
    list.map(({ id }) => id).filter((id) => before.has(id));
  const was = order(base);
  if (isOther(order(mine), was)) return true;
  return mine.some(({ id }) => !before.has(id)) && !isOther(order(theirs), was);
}

const byId = <T extends Identified>(list: readonly T[]): ReadonlyMap<string, T> =>
  new Map(list.map((thing) => [thing.id, thing]));

/** Hides what both together offer beyond the digits that there are. */
function withinDigits(labels: readonly Label[]): Label[] {
  let offered = 0;
  return labels.map((label) => {
    if (label.status === "offered") offered++;
    return offered > MOST_OFFERED ? hidden(label) : label;
  });
}
