// What a file will not tell of an article, counted before anybody downloads it.

import type { ArticleNode } from "#domain/article/article.ts";
import { FACETS, type Facet } from "#domain/format-facets.ts";
import type { Writer } from "./format.ts";
import {
  isPlaced,
  type MarkedAnnotation,
  type MarkedArticle,
  type MarkedText,
} from "./marked-article.ts";

/**
 * How many things of each facet are lost: annotations, replies, votes, proposals, nodes of the article,
 * details. Of an annotation that is left out as a whole, nothing else is counted. Facets of which nothing
 * is lost are absent.
 */
export type Losses = Readonly<Partial<Record<Facet, number>>>;

export function lossesOf(marked: MarkedArticle, writer: Writer): Losses {
  const omitted = omittedFrom(marked, writer);
  const kept = marked.annotations.filter((annotation) => !omitted.has(annotation));
  const lost = FACETS.filter((facet) => !writer.carries.has(facet)).map((facet) => [
    facet,
    countOf(facet, marked.article, kept),
  ]);
  const exceptions = writer.loses?.({ ...marked, annotations: kept }) ?? {};
  const all = [["annotation", omitted.size], ...lost, ...Object.entries(exceptions)] as const;
  return Object.fromEntries(all.filter(([, count]) => Number(count) > 0));
}

/** The annotations that a writer leaves out. */
export function omittedFrom(
  marked: MarkedArticle,
  { omits = orphansOf }: Pick<Writer, "omits">,
): ReadonlySet<MarkedAnnotation> {
  return omits(marked);
}

/** The annotations whose words are no longer in the text. */
function orphansOf({ annotations }: MarkedArticle): ReadonlySet<MarkedAnnotation> {
  return new Set(annotations.filter((annotation) => !isPlaced(annotation)));
}

type Counts = Readonly<
  Record<Exclude<Facet, "layout" | "pictures" | "details">, (one: MarkedAnnotation) => number>
>;

const COUNTS: Counts = {
  annotation: () => 0,
  blanks: ({ quote }) => Number(quote !== quote.trim()),
  label: ({ label }) => Number(label !== null),
  note: ({ note }) => Number(note !== ""),
  attributes: ({ attributes }) => Number(Object.keys(attributes).length > 0),
  author: () => 1,
  created: () => 1,
  replies: ({ replies }) => replies.length,
  votes: ({ voters }) => voters.length,
  proposals: ({ proposals }) => proposals.length,
  resolved: ({ resolved }) => Number(resolved !== null),
  hidden: ({ hidden }) => Number(hidden !== null),
};

function countOf(facet: Facet, article: MarkedText, kept: readonly MarkedAnnotation[]): number {
  if (facet === "layout") return article.content.filter((node) => !isPlain(node)).length;
  if (facet === "pictures") return picturesIn(article.content).length;
  if (facet === "details") {
    return [article.byline, article.source, article.language].filter((each) => each !== null)
      .length;
  }
  return kept.reduce((sum, annotation) => sum + COUNTS[facet](annotation), 0);
}

/** Every picture, wherever it stands. */
export function picturesIn(nodes: readonly ArticleNode[]): ArticleNode[] {
  return nodes.flatMap((node) => (node.type === "image" ? [node] : picturesIn(node.content ?? [])));
}

/** Whether a node is a paragraph of nothing but words and line breaks, or a picture, which is counted as such. */
function isPlain({ type, content = [] }: ArticleNode): boolean {
  if (type === "image") return true;
  return type === "paragraph" && content.every(({ marks = [] }) => marks.length === 0);
}
