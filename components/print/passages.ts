// The passages of an article by number, for notes on paper: people who marked the same words share one.

import type { Annotation, Labelling } from "#domain/annotation/annotation.ts";
import type { Placed } from "#domain/annotation/annotation-index.ts";
import type { TextRange } from "#domain/article/article-text.ts";

/** `number` counts from 1, in reading order. */
export type Passage = {
  readonly number: number;
  readonly range: TextRange;
  readonly annotations: readonly Annotation[];
};

/** The passages of annotations, given in reading order. Orphans have none. */
export function passagesOf(placed: readonly Placed[]): Passage[] {
  const found = placed.flatMap(({ annotation, range }) => (range ? [{ annotation, range }] : []));
  const groups = Map.groupBy(found, ({ range }) => `${range.start} ${range.end}`);
  return [...groups.values()].flatMap((group, index) => {
    const [first] = group;
    if (!first) return [];
    const annotations = group.map(({ annotation }) => annotation);
    return [{ number: index + 1, range: first.range, annotations }];
  });
}

/** Annotations that say the same of a passage. */
export type Saying = Labelling & { readonly annotations: readonly Annotation[] };

/** What is said of a passage, what most people say first. */
export function sayingsOf(annotations: readonly Annotation[]): Saying[] {
  const groups = Map.groupBy(annotations, ({ kind, label }) => `${kind} ${label}`);
  return [...groups.values()]
    .flatMap((group): Saying[] => {
      const [first] = group;
      return first ? [{ kind: first.kind, label: first.label, annotations: group }] : [];
    })
    .sort((a, b) => b.annotations.length - a.annotations.length);
}
