// The annotations of a generated article as Postil keeps them: a layer for each person.

import * as Y from "yjs";
import { createAnchor } from "../../domain/anchor/anchor.ts";
import type { Labelling } from "../../domain/annotation/annotation.ts";
import { newAnnotationId } from "../../domain/annotation/annotation-id.ts";
import { addAnnotation } from "../../domain/annotation/layer.ts";
import { articleFragment, nodesOfText, writeNodes } from "../../domain/article/article.ts";
import { type ArticleText, readText, type TextRange } from "../../domain/article/article-text.ts";
import type { Corpus } from "./corpus.ts";
import { PEOPLE } from "./marked-passages.ts";

/** When all of it was written, in milliseconds since 1970. */
const CREATED_AT = Date.UTC(2024, 0, 1);

/** A passage that is to be annotated. */
export type Wanted = TextRange & Labelling;

/** Adds an annotation to a layer. */
export function annotate(layer: Y.Doc, article: ArticleText, wanted: Wanted): void {
  const { start, end, kind, label } = wanted;
  const anchor = createAnchor(article, { start, end });
  if (anchor === null) throw new Error(`There is no letter from ${start} to ${end}.`);
  addAnnotation(layer, { id: newAnnotationId(), anchor, kind, label, createdAt: CREATED_AT });
}

/** The passages that one person marked, by number. */
export function markedBy({ annotations }: Corpus, person: number): readonly Wanted[] {
  return annotations.filter(({ author }) => author === person);
}

/** The document of the article, and all its layers. */
export function documentsOf(corpus: Corpus): { article: Y.Doc; layers: Y.Doc[] } {
  const article = new Y.Doc();
  writeNodes(article, nodesOfText(corpus.text, corpus.title));
  const text = readText(articleFragment(article));
  const layers = Array.from({ length: PEOPLE }, (_, person) => {
    const layer = new Y.Doc();
    layer.transact(() => {
      for (const wanted of markedBy(corpus, person)) annotate(layer, text, wanted);
    });
    return layer;
  });
  return { article, layers };
}
