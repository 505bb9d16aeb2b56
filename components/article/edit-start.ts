// Where an edit of the text begins.

import type { Node } from "@tiptap/pm/model";
import type { Transaction } from "@tiptap/pm/state";
import { BLOCK_SEPARATOR } from "#domain/article/article-text.ts";

/** The first place that a transaction changes, as an offset in the flat text before it. */
export function editStart({ before, mapping }: Transaction): number {
  let start = before.content.size;
  for (const [index, map] of mapping.maps.entries()) {
    const back = mapping.slice(0, index).invert();
    map.forEach((from) => {
      start = Math.min(start, back.map(from, -1));
    });
  }
  return flatOffset(before, start);
}

/** How much of the flat text stands before a position. */
export function flatOffset(doc: Node, position: number): number {
  let offset = -BLOCK_SEPARATOR.length;
  doc.nodesBetween(0, position, (node, start) => {
    if (!node.isTextblock) return true;
    offset += BLOCK_SEPARATOR.length;
    offset += Math.max(0, Math.min(node.content.size, position - start - 1));
    return false;
  });
  return Math.max(0, offset);
}
