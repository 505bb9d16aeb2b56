// The headline of an article, which is a part of what people annotate.

import type { ArticleNode } from "./article.ts";
import { blocksOfNodes } from "./article-blocks.ts";

export const headlineOf = (title: string): ArticleNode => ({
  type: "heading",
  attrs: { level: 1 },
  content: [{ type: "text", text: title }],
});

/** How many blocks from the beginning the headline stands: behind a date and a name. */
const BEGINNING = 3;

/** The index of the heading that says the title; -1 where none does. */
export function headlineAt(nodes: readonly ArticleNode[], title: string): number {
  return nodes
    .slice(0, BEGINNING)
    .findIndex((node) => node.type === "heading" && wordsOf(node) === title.trim());
}

const wordsOf = (node: ArticleNode): string =>
  blocksOfNodes([node])
    .map(({ text }) => text.replace(/\s+/g, " ").trim())
    .join(" ");
