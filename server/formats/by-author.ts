// Annotations of one person at a time, for formats that keep a document for each annotator and know
// people by name only.

import type { MarkedAnnotation } from "./marked-article.ts";

/** What one person wrote, under a name that nobody else has. Those who were removed have none, and share one work. */
export type OwnWork<A> = { readonly name: string; readonly annotations: readonly A[] };

/** The annotations of each author, in the order in which authors appear; of several of one name the later ones get a number. */
export function byAuthor<A extends MarkedAnnotation>(annotations: readonly A[]): OwnWork<A>[] {
  const works = Map.groupBy(annotations, ({ author: { id, name } }) => (name ? id : ""));
  const taken = new Set<string>();
  return [...works.values()].map((own) => {
    const told = own[0]?.author.name ?? "";
    let name = told;
    for (let count = 2; taken.has(name); count++) name = `${told} (${count})`;
    taken.add(name);
    return { name, annotations: own };
  });
}
