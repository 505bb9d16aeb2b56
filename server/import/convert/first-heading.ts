// What a text is called by itself.

import type { ArticleNode } from "#domain/article/article.ts";
import { blocksOfNodes } from "#domain/article/article-blocks.ts";
import { oneLine } from "./clean-words.ts";

/** How many blocks from the beginning a heading may be the title of all: behind a date, a name, a summary. */
const BEGINNING = 5;

/** The first heading near the beginning, of those of the highest level there; "" when there is none. */
export function firstHeading(nodes: readonly ArticleNode[]): string {
  const headings = nodes.slice(0, BEGINNING).filter(({ type }) => type === "heading");
  const highest = Math.min(...headings.map(levelOf));
  return oneLine(blocksOfNodes(headings.filter((node) => levelOf(node) === highest))[0]?.text);
}

const levelOf = (node: ArticleNode): number => Number(node.attrs?.level ?? 6);
