// A text of a file as nodes of an article whose flat text is the same, character for character: offsets
// that came with the text go on counting right.

import type { ArticleNode } from "#domain/article/article.ts";
import { BLOCK_SEPARATOR } from "#domain/article/article-text.ts";

/** Paragraphs at every two line feeds; a single one becomes a hard break. */
export function exactNodes(text: string): ArticleNode[] {
  return text.split(BLOCK_SEPARATOR).map((block) => {
    const content = inlineNodes(block);
    return { type: "paragraph", ...(content.length > 0 && { content }) };
  });
}

function inlineNodes(block: string): ArticleNode[] {
  return block
    .split("\n")
    .flatMap((line, index): ArticleNode[] => [
      ...(index > 0 ? [{ type: "hardBreak" }] : []),
      ...(line === "" ? [] : [{ type: "text", text: line }]),
    ]);
}
