// What the codebook of a file asks of annotations beyond their labels, as far as these say something under it.

import type { FileAttribute } from "#domain/scheme/attributes-of-file.ts";
import type { Attribute, KindId } from "#domain/scheme/scheme.ts";
import { type AnnotatedArticle, type AnnotatedPassage, labelKey } from "./annotated.ts";

/** What the file says of its attributes, by their keys; where several articles do, the first. */
export type FileAttributes = ReadonlyMap<string, Attribute>;

/** By what its attributes are told apart: those of two kinds may have one id. */
export const attributeKey = (kind: string, id: string): string => labelKey({ kind, label: id });

export const attributesOfFile = (articles: readonly AnnotatedArticle[]): FileAttributes =>
  new Map(
    articles
      .flatMap(({ attributes }) => attributes)
      .map(({ kind, attribute }) => [attributeKey(kind, attribute.id), attribute] as const)
      .toReversed(),
  );

/** An annotation with the kind that it has here. */
type OfKind = { readonly passage: AnnotatedPassage; readonly kind: KindId };

/** Those attributes under which something is said, in the order in which they appear. */
export function filledAttributes(known: FileAttributes, passages: readonly OfKind[]) {
  const filled = new Map<string, Omit<FileAttribute, "chosen"> & { chosen: Set<string> }>();
  for (const { passage, kind } of passages) {
    for (const [id, told] of Object.entries(passage.attributes)) {
      const key = attributeKey(passage.kind, id);
      const attribute = known.get(key);
      if (attribute === undefined) continue;
      const one = filled.get(kind + key) ?? { kind, attribute, chosen: new Set() };
      filled.set(kind + key, one);
      if (attribute.input === "choice") one.chosen.add(told);
    }
  }
  return [...filled.values()].map((one) => ({ ...one, chosen: [...one.chosen] }));
}
