// Which annotations are shown: by kind, by label, by person, by status; and which steps of heat.

import type { Annotation } from "#domain/annotation/annotation.ts";
import type { Heat } from "#domain/annotation/heat.ts";
import type { KindId } from "#domain/scheme/scheme.ts";
import type { Status } from "#domain/talk/status.ts";

/**
 * What is hidden; whoever or whatever comes later is shown. Labels are keyed by `labelKey`. A step of
 * heat is a property of passages: hiding it hides colours, not annotations.
 */
export type Filter = {
  readonly kinds: ReadonlySet<KindId>;
  readonly labels: ReadonlySet<string>;
  readonly people: ReadonlySet<string>;
  readonly statuses: ReadonlySet<Status>;
  readonly heats: ReadonlySet<Heat>;
};

export const SHOW_ALL: Filter = {
  kinds: new Set(),
  labels: new Set(),
  people: new Set(),
  statuses: new Set(),
  heats: new Set(),
};

/** One label of one kind (null: none chosen yet) as a key. */
export const labelKey = (kind: KindId, label: string | null): string => `${kind}/${label ?? ""}`;

/** Whether an annotation passes, whatever its status. */
export function passes(filter: Filter, { kind, label, author }: Annotation): boolean {
  return (
    !filter.kinds.has(kind) &&
    !filter.labels.has(labelKey(kind, label)) &&
    !filter.people.has(author)
  );
}

/** The filter without what would hide `annotation`: what somebody just made must not vanish. */
export function showing(
  filter: Filter,
  { kind, label, author }: Pick<Annotation, "kind" | "label" | "author">,
): Filter {
  return {
    ...filter,
    kinds: without(filter.kinds, kind),
    labels: without(filter.labels, labelKey(kind, label)),
    people: without(filter.people, author),
    statuses: without(filter.statuses, "open"),
  };
}

function without<T>(set: ReadonlySet<T>, member: T): ReadonlySet<T> {
  return set.has(member) ? toggled(set, member) : set;
}

export function showsAll(filter: Filter): boolean {
  return Object.values(filter).every((hidden) => hidden.size === 0);
}

/** The set with `member` put in or taken out. */
export function toggled<T>(set: ReadonlySet<T>, member: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(member)) next.add(member);
  return next;
}
