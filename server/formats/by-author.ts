// Annotations of one person at a time, for formats that keep a document for each annotator.

import type { MarkedAnnotation } from "./marked-article.ts";
import type { Annotator } from "./read-article.ts";

/** What one person wrote. Somebody who was removed has an empty name. */
export type OwnWork<A> = { readonly by: Annotator; readonly annotations: readonly A[] };

/** The annotations of each author, in the order in which authors appear. */
export function byAuthor<A extends MarkedAnnotation>(annotations: readonly A[]): OwnWork<A>[] {
  const groups = Map.groupBy(annotations, ({ author }) => author.id);
  return [...groups].map(([id, own]) => ({
    by: { id, name: own[0]?.author.name ?? "" },
    annotations: own,
  }));
}
