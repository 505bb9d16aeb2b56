// Two people changed one scheme at the same time: what each of them did, put together.

import { type Kind, kindOf, type Label, MOST_OFFERED, type Scheme } from "./scheme.ts";
import { freeId, hidden } from "./scheme-changes.ts";
import { isOther } from "./scheme-differences.ts";

/**
 * What `mine` changed in `base`, on top of `theirs`, which followed `base`, too. Where both changed
 * the same part, mine counts; a label that they retired stays retired. The version is theirs.
 */
export function mergedSchemes(base: Scheme, mine: Scheme, theirs: Scheme): Scheme {
  const kinds = mine.kinds.map(({ id }) =>
    mergedKinds(kindOf(base, id), kindOf(mine, id), kindOf(theirs, id)),
  );
  return { ...mergedParts(base, mine, theirs), version: theirs.version, kinds };
}

/** Each part as in `mine` where that changed it, else as in `theirs`. */
function mergedParts<T extends object>(base: T, mine: T, theirs: T): T {
  const merged = { ...theirs };
  for (const key in mine) if (isOther(mine[key], base[key])) merged[key] = mine[key];
  return merged;
}

function mergedKinds(base: Kind, mine: Kind, theirs: Kind): Kind {
  const [before, there] = [byId(base), byId(theirs)];
  const labels = mine.labels.map((label) => {
    const [old, their] = [before.get(label.id), there.get(label.id)];
    if (old && their) return mergedLabels(old, label, their);
    // both added one under the same id
    return their && isOther(their, label)
      ? { ...label, id: freeId(theirs.labels, label.name) }
      : label;
  });
  const here = new Set(labels.map(({ id }) => id));
  const missing = theirs.labels.filter(({ id }) => !here.has(id));
  const all = [...labels, ...missing];
  const ordered = countsMyOrder(before, { base, mine, theirs }) ? all : inOrderOf(theirs, all);
  return { ...mergedParts(base, mine, theirs), labels: withinDigits(ordered) };
}

type Versions = { readonly base: Kind; readonly mine: Kind; readonly theirs: Kind };

/** Whether I moved labels, or gave new ones a place among labels that they left as they were. */
function countsMyOrder(
  before: ReadonlyMap<string, Label>,
  { base, mine, theirs }: Versions,
): boolean {
  const was = order(base, before);
  if (isOther(order(mine, before), was)) return true;
  return mine.labels.some(({ id }) => !before.has(id)) && !isOther(order(theirs, before), was);
}

function mergedLabels(base: Label, mine: Label, theirs: Label): Label {
  if (theirs.status === "retired") return theirs;
  return mergedParts(base, mine, theirs);
}

const byId = ({ labels }: Kind): ReadonlyMap<string, Label> =>
  new Map(labels.map((label) => [label.id, label]));

/** The ids of those labels of a kind that are `known`, in order. */
const order = ({ labels }: Kind, known: ReadonlyMap<string, Label>): string[] =>
  labels.map(({ id }) => id).filter((id) => known.has(id));

/** Labels in the order in which `kind` has them, those that it lacks at the end. */
function inOrderOf(kind: Kind, labels: readonly Label[]): Label[] {
  const places = new Map(kind.labels.map(({ id }, place) => [id, place]));
  const placeOf = ({ id }: Label): number => places.get(id) ?? places.size;
  return labels.toSorted((a, b) => placeOf(a) - placeOf(b));
}

/** Hides what both together offer beyond the digits that there are. */
function withinDigits(labels: readonly Label[]): Label[] {
  let offered = 0;
  return labels.map((label) => {
    if (label.status === "offered") offered++;
    return offered > MOST_OFFERED ? hidden(label) : label;
  });
}
