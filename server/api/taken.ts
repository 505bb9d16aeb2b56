// How something that was brought in is taken into an article: without some of its blocks, and under its own
// headline or another. What is known of that serves when it is brought in again.

import type { ArticleNode } from "#domain/article/article.ts";
import { blocksOfNodes } from "#domain/article/article-blocks.ts";
import { headlineAt, headlineOf } from "#domain/article/headline.ts";
import type { Imported } from "../import/imported.ts";
import type { Taken } from "../store/articles.ts";
import { hashOf } from "./hash-of.ts";

type Came = Pick<Imported, "title" | "nodes">;

/** How much of a hash tells one block from another. */
const MARK = 16;

/** What it says; the alternative words of what says nothing do not count. */
export const wordsOf = (node: ArticleNode): string =>
  blocksOfNodes([node])
    .map(({ text }) => text)
    .join("\n");

const markOf = (node: ArticleNode): string =>
  hashOf(wordsOf(node) || JSON.stringify(node)).slice(0, MARK);

/** What is kept of how something is taken in. */
export const takenOf = ({ title, nodes }: Came, without: ReadonlySet<number>): Taken => ({
  title,
  leftOut: nodes.filter((_, index) => without.has(index)).map(markOf),
});

/** The indexes of the blocks that were left out when it was taken in before. */
export function leftBefore({ nodes }: Came, taken: Taken | null): number[] {
  const marks = new Set(taken?.leftOut);
  return nodes.flatMap((node, index) => (marks.has(markOf(node)) ? [index] : []));
}

/** All blocks in their places, with the headline that is wanted, and those of them that are taken. */
export function blocksUnder(
  { title, nodes }: Came,
  wanted: string,
  without: ReadonlySet<number>,
): { readonly all: readonly ArticleNode[]; readonly taken: readonly ArticleNode[] } {
  const headline = wanted === title ? null : headlineOf(wanted);
  const at = headlineAt(nodes, title);
  const all = headline && at !== -1 ? nodes.with(at, headline) : nodes;
  const taken = all.filter((_, index) => !without.has(index));
  const isAbove = headline && at === -1 && taken.length > 0 && headlineAt(taken, wanted) === -1;
  return { all, taken: isAbove ? [headline, ...taken] : taken };
}

/**
 * The headline under which it is taken in again: as it stands in the article, as long as its source calls it
 * what it called it before.
 */
export function headlineAgain(
  { title, nodes }: Came,
  standing: readonly ArticleNode[],
  taken: Taken | null,
): string {
  if (
    taken?.title !== title ||
    leftBefore({ title, nodes }, taken).includes(headlineAt(nodes, title))
  )
    return title;
  const [first] = standing;
  const isHeadline = first?.type === "heading" && first.attrs?.level === 1;
  return (isHeadline && wordsOf(first).trim()) || title;
}
