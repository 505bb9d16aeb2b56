// The flat text of an article as it is told in nodes, block by block: the same as `readText` of its document.

import type { ArticleNode } from "./article.ts";
import { BLOCK_SEPARATOR } from "./article-text.ts";

/** The words of one block. `start` counts in the flat text, in UTF-16 code units. */
export type BlockWords = { readonly start: number; readonly text: string };

/** The text blocks of an article's nodes, in reading order. */
export function blocksOfNodes(nodes: readonly ArticleNode[]): BlockWords[] {
  const blocks: BlockWords[] = [];
  let start = 0;
  for (const text of nodes.flatMap(textsOf)) {
    blocks.push({ start, text });
    start += text.length + BLOCK_SEPARATOR.length;
  }
  return blocks;
}

function textsOf({ type, content = [] }: ArticleNode): string[] {
  if (type !== "paragraph" && type !== "heading") return content.flatMap(textsOf);
  return [content.map(({ text }) => text ?? "\n").join("")];
}
