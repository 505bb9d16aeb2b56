// The words of a text, so that passages can be counted in words.

import type { BlockWords } from "../../domain/article/article-blocks.ts";
import type { TextRange } from "../../domain/article/article-text.ts";

/** A word of the flat text. */
export type Word = TextRange & {
  /** The index of its block. */
  readonly block: number;
  /** The index of the first word behind its block. */
  readonly blockEnd: number;
};

/** All words of some blocks, in reading order. */
export function wordsOfBlocks(blocks: readonly BlockWords[]): Word[] {
  const words: Word[] = [];
  for (const [block, { start, text }] of blocks.entries()) {
    const found = [...text.matchAll(/\p{L}+/gu)];
    const blockEnd = words.length + found.length;
    for (const { index, 0: letters } of found) {
      const from = start + index;
      words.push({ block, blockEnd, start: from, end: from + letters.length });
    }
  }
  return words;
}
