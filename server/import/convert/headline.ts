// The headline of an article, which is a part of what people annotate.

import type { ArticleNode } from "#domain/article/article.ts";
import { blocksOfNodes } from "#domain/article/article-blocks.ts";
import { headlineOf } from "#domain/article/headline.ts";
import { oneLine } from "./clean-words.ts";

/** The article under its headline: one that stands there already becomes it. As it is when there is no title. */
export function underHeadline(nodes: readonly ArticleNode[], title: string): ArticleNode[] {
  if (title === "") return [...nodes];
  const headline = headlineOf(title);
  const first = nodes.slice(0, 3).findIndex((node) => oneLine(wordsOf(node)) === title);
  return first === -1 ? [headline, ...nodes] : nodes.with(first, headline);
}

const wordsOf = (node: ArticleNode): string =>
  blocksOfNodes([node])
    .map(({ text }) => text)
    .join(" ");
