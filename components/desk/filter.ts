// Which annotations are shown: by kind, by label, by person.

import type { Annotation } from "#domain/annotation.ts";
import type { KindId } from "#domain/scheme.ts";

/** What is hidden; whoever or whatever comes later is shown. Labels are keyed by `labelKey`. */
export type Filter = {
  readonly kinds: ReadonlySet<KindId>;
  readonly labels: ReadonlySet<string>;
  readonly people: ReadonlySet<string>;
};

export const SHOW_ALL: Filter = { kinds: new Set(), labels: new Set(), people: new Set() };

/** One label of one kind (null: none chosen yet) as a key. */
export const labelKey = (kind: KindId, label: string | null): string => `${kind}/${label ?? ""}`;

/** Whether an annotation passes. */
export function passes(filter: Filter, { kind, label, author }: Annotation): boolean {
  return (
    !filter.kinds.has(kind) &&
    !filter.labels.has(labelKey(kind, label)) &&
    !filter.people.has(author)
  );
}

/** The filter without what would hide `annotation`: what somebody just made must not vanish. */
export function showing(
  { kinds, labels, people }: Filter,
  { kind, label, author }: Pick<Annotation, "kind" | "label" | "author">,
): Filter {
  return {
    kinds: without(kinds, kind),
    labels: without(labels, labelKey(kind, label)),
    people: without(people, author),
  };
}

function without<T>(set: ReadonlySet<T>, member: T): ReadonlySet<T> {
  return set.has(member) ? toggled(set, member) : set;
}

export function showsAll({ kinds, labels, people }: Filter): boolean {
  return kinds.size + labels.size + people.size === 0;
}

/** The set with `member` put in or taken out. */
export function toggled<T>(set: ReadonlySet<T>, member: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(member)) next.add(member);
  return next;
}
