// Finds labels by words in anything that the codebook says of them.

import type { Kind, Label, Scheme } from "#domain/scheme/scheme.ts";

/** A kind with those of its labels that were found. */
export type FoundKind = { readonly kind: Kind; readonly labels: readonly Label[] };

/**
 * The labels that hold every word of the query, whatever its case and accents. A kind that holds them
 * itself is found with all its labels; retired ones are found only by the ids in `also`.
 */
export function findLabels(
  scheme: Scheme,
  query: string,
  also: readonly string[] = [],
): readonly FoundKind[] {
  const wanted = plain(query)
    .split(" ")
    .filter((word) => word !== "");
  const holds = (...texts: readonly string[]): boolean => {
    const text = plain(texts.join(" "));
    return wanted.every((word) => text.includes(word));
  };
  return scheme.kinds.flatMap((kind) => {
    const known = kind.labels.filter(({ id, status }) => status !== "retired" || also.includes(id));
    const labels = holds(kind.name, kind.unit)
      ? known
      : known.filter((label) => holds(kind.name, ...textsOf(label)));
    return labels.length > 0 || wanted.length === 0 ? [{ kind, labels }] : [];
  });
}

const textsOf = (label: Label): string[] => [
  ...[label.name, label.definition, label.question],
  ...label.examples,
  ...label.counterExamples,
];

const plain = (text: string): string =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ");
