// What changes between two schemes of one space, for people to look at before it does.

import { type Kind, kindOf, type Label, type Scheme } from "./scheme.ts";

/** What becomes of one kind. Labels are as they are afterwards. */
export type KindDifferences = {
  readonly kind: Kind;
  /** Whether its own name, glyph or unit is another. */
  readonly reworded: boolean;
  readonly recoloured: boolean;
  /** Whether what may be said beyond the label is another. */
  readonly detailed: boolean;
  /** Whether labels that stay offered stand in another order. */
  readonly reordered: boolean;
  readonly added: readonly Label[];
  /** Those with other texts. */
  readonly changed: readonly Label[];
  /** Those that can be chosen again. */
  readonly offered: readonly Label[];
  readonly hidden: readonly Label[];
  readonly retired: readonly Label[];
};

export type SchemeDifferences = {
  /** Whether its name or the questions about the whole article are others. */
  readonly reworded: boolean;
  /** The kinds in which something changes. */
  readonly kinds: readonly KindDifferences[];
};

/** Null when nothing changes, but perhaps the version. */
export function schemeDifferences(before: Scheme, after: Scheme): SchemeDifferences | null {
  const reworded = before.name !== after.name || isOther(before.questions, after.questions);
  const kinds = after.kinds
    .map((kind) => kindDifferences(kindOf(before, kind.id), kind))
    .filter(isAny);
  return reworded || kinds.length > 0 ? { reworded, kinds } : null;
}

function kindDifferences(before: Kind, after: Kind): KindDifferences {
  const known = new Map(before.labels.map((label) => [label.id, label]));
  const became = (status: Label["status"]): Label[] =>
    after.labels.filter(({ id, ...label }) => {
      const old = known.get(id);
      return old !== undefined && label.status === status && old.status !== status;
    });
  return {
    kind: after,
    reworded:
      before.name !== after.name || before.glyph !== after.glyph || before.unit !== after.unit,
    recoloured: isOther(before.colours, after.colours),
    detailed: isOther(before.attributes, after.attributes),
    reordered: isOther(stayingOffered(before, after), stayingOffered(after, before)),
    added: after.labels.filter(({ id }) => !known.has(id)),
    changed: after.labels.filter((label) => {
      const old = known.get(label.id);
      return old !== undefined && isOther({ ...old, status: label.status }, label);
    }),
    offered: became("offered"),
    hidden: became("hidden"),
    retired: became("retired"),
  };
}

/** The ids of the labels that `kind` offers and `other` does, too. */
function stayingOffered(kind: Kind, other: Kind): string[] {
  const offered = (labels: readonly Label[]): string[] =>
    labels.filter(({ status }) => status === "offered").map(({ id }) => id);
  const theirs = new Set(offered(other.labels));
  return offered(kind.labels).filter((id) => theirs.has(id));
}

function isAny({ kind: _, ...differences }: KindDifferences): boolean {
  return Object.values(differences).some(
    (each) => each === true || (Array.isArray(each) && each.length > 0),
  );
}

/** Whether two plain values differ, whatever the order of their keys. */
export function isOther(a: unknown, b: unknown): boolean {
  if (typeof a !== "object" || typeof b !== "object" || !a || !b) return a !== b;
  const [ours, theirs] = [Object.entries(a), new Map(Object.entries(b))];
  return (
    ours.length !== theirs.size || ours.some(([key, value]) => isOther(value, theirs.get(key)))
  );
}
