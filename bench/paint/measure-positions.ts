// How long it takes to find all annotations of an article in its text, without any browser.

import { initProseMirrorDoc, relativePositionToAbsolutePosition } from "@tiptap/y-tiptap";
import * as Y from "yjs";
import { heldEnds } from "../../domain/anchor/anchor.ts";
import type { Annotation } from "../../domain/annotation/annotation.ts";
import { openIndex } from "../../domain/annotation/annotation-index.ts";
import { readLayer } from "../../domain/annotation/layer.ts";
import { articleFragment } from "../../domain/article/article.ts";
import { readText } from "../../domain/article/article-text.ts";
import type { Corpus } from "./corpus.ts";
import { documentsOf } from "./layers.ts";
import { editorSchema } from "./marked-document.ts";

/** Runs before the measurement, so that all code is compiled. */
const WARMUP = 2;

/** Milliseconds for both positions of every annotation, by who resolves them. */
export type PositionTimes = {
  /** Postil: the text read, and both ends of every anchor found in it. */
  readonly postil: number;
  /** The same, and the words there checked, and all sorted into the index. */
  readonly placed: number;
  /** The call of the editor's binding for each position. */
  readonly binding: number;
  /** The call of Yjs for each position, which doesn't tell where in the article its text is. */
  readonly yjs: number;
};

/** Resolves everything with each of them, in turns. */
export function measurePositions(corpus: Corpus, rounds: number): PositionTimes[] {
  const { article, layers } = documentsOf(corpus);
  const annotations = layers.flatMap((layer, owner) => readLayer(layer, `${owner}`));
  const resolvers = {
    postil: () => resolveInText(article, annotations),
    placed: () => placeInIndex(article, annotations),
    binding: resolverOfBinding(article, annotations),
    yjs: () => resolveByYjs(article, annotations),
  };
  const run = (): PositionTimes => ({
    postil: timeOf(resolvers.postil),
    placed: timeOf(resolvers.placed),
    binding: timeOf(resolvers.binding),
    yjs: timeOf(resolvers.yjs),
  });
  return Array.from({ length: WARMUP + rounds }, run).slice(WARMUP);
}

function timeOf(work: () => number): number {
  const start = performance.now();
  const found = work();
  if (found === 0) throw new Error("No position was found.");
  return performance.now() - start;
}

function resolveInText(article: Y.Doc, annotations: readonly Annotation[]): number {
  const text = readText(articleFragment(article));
  return annotations.filter(({ anchor }) => heldEnds(text, anchor).isWhole).length;
}

function placeInIndex(article: Y.Doc, annotations: readonly Annotation[]): number {
  const index = openIndex(article);
  index.together(() => {
    for (const annotation of annotations) index.put(annotation);
  });
  index.destroy();
  return index.size - index.orphans().length;
}

/** The binding knows its document already, and is not charged for reading it. */
function resolverOfBinding(article: Y.Doc, annotations: readonly Annotation[]): () => number {
  const fragment = articleFragment(article);
  const { mapping } = initProseMirrorDoc(fragment, editorSchema);
  return () =>
    positionsOf(annotations).filter(
      (position) =>
        relativePositionToAbsolutePosition(article, fragment, position, mapping) !== null,
    ).length;
}

function resolveByYjs(article: Y.Doc, annotations: readonly Annotation[]): number {
  return positionsOf(annotations).filter(
    (position) => Y.createAbsolutePositionFromRelativePosition(position, article) !== null,
  ).length;
}

function positionsOf(annotations: readonly Annotation[]): Y.RelativePosition[] {
  return annotations.flatMap(({ anchor: { start, end } }) => [
    new Y.RelativePosition(null, null, Y.createID(start.client, start.clock), 0),
    new Y.RelativePosition(null, null, Y.createID(end.client, end.clock), -1),
  ]);
}
