// Annotations of one person at a time, for formats that keep a document for each annotator and know
// people by name only: those of one name share a document.

import type { MarkedAnnotation } from "./marked-article.ts";

/** What people of one name wrote. Who was removed has an empty name. */
export type OwnWork<A> = { readonly name: string; readonly annotations: readonly A[] };

/** The annotations of each author, in the order in which authors appear. */
export function byAuthor<A extends MarkedAnnotation>(annotations: readonly A[]): OwnWork<A>[] {
  const groups = Map.groupBy(annotations, ({ author }) => author.name ?? "");
  return [...groups].map(([name, own]) => ({ name, annotations: own }));
}
