// One scheme after another in the same space: labels that annotations may have are never lost.

import { type Kind, kindOf, type Label, type Scheme } from "./scheme.ts";
import { freeId, hidden } from "./scheme-changes.ts";

/** Whether `next` may follow `before`: it has every label that there was, and none came back from retirement. */
export function mayFollow(before: Scheme, next: Scheme): boolean {
  return before.kinds.every((kind) => {
    const labels = new Map(kindOf(next, kind.id).labels.map((label) => [label.id, label]));
    return kind.labels.every(({ id, status }) => {
      const after = labels.get(id);
      return after !== undefined && (status !== "retired" || after.status === "retired");
    });
  });
}

/**
 * `wanted` in a form that may follow `before`: labels that it lacks are hidden, and one that would
 * come back from retirement gets an id of its own.
 */
export function following(before: Scheme, wanted: Scheme): Scheme {
  const kinds = wanted.kinds.map((kind) => followingKind(kindOf(before, kind.id), kind));
  return { ...wanted, version: before.version, kinds };
}

function followingKind(before: Kind, wanted: Kind): Kind {
  const known = new Map(before.labels.map((label) => [label.id, label]));
  const ids = new Set(wanted.labels.map(({ id }) => id));
  const labels: Label[] = [];
  for (const label of wanted.labels) {
    const comesBack = known.get(label.id)?.status === "retired" && label.status !== "retired";
    const taken = [...before.labels, ...wanted.labels, ...labels];
    labels.push(comesBack ? { ...label, id: freeId(taken, label.name) } : label);
    if (comesBack) ids.delete(label.id);
  }
  const left = before.labels.filter(({ id }) => !ids.has(id)).map(hidden);
  return { ...wanted, labels: [...labels, ...left] };
}
