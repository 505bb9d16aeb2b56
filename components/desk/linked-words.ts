// The address of words in a paragraph: the article's, with both behind the #, which no server sees.

import type { ArticleText, TextBlock, TextRange } from "#domain/article/article-text.ts";
import { mentionsOf } from "#domain/article/mentions.ts";

export type LinkedWords = {
  /** From 0 on. */
  readonly paragraph: number;
  /** Whole words, or several in a row, as they are written there. */
  readonly words: readonly string[];
};

/** What an address of these words has from # on. */
export function hashTo({ paragraph, words }: LinkedWords): string {
  const pairs = [["paragraph", String(paragraph)], ...words.map((each) => ["words", each])];
  return `#${new URLSearchParams(pairs)}`;
}

/** The words that the part of an address from # on leads to; null when to none. */
export function wordsLinkedIn(hash: string): LinkedWords | null {
  const told = new URLSearchParams(hash.replace(/^#/, ""));
  const [paragraph, words] = [told.get("paragraph"), told.getAll("words")];
  if (paragraph === null || !/^\d+$/.test(paragraph) || words.length === 0) return null;
  return { paragraph: Number(paragraph), words };
}

/**
 * Where the words are in their paragraph or, when the text has changed since, in the nearest one that has
 * them all; in reading order. Empty when they are nowhere.
 */
export function placesOf({ blocks }: ArticleText, { paragraph, words }: LinkedWords): TextRange[] {
  const far = (index: number): number => Math.abs(index - paragraph);
  const nearest = [...blocks.entries()].sort(([a], [b]) => far(a) - far(b));
  for (const [, block] of nearest) {
    const places = placesIn(block, words);
    if (places !== null) return places;
  }
  return [];
}

/** Null when one of them is not there. */
function placesIn(block: TextBlock, words: readonly string[]): TextRange[] | null {
  const places = words.map((each) => mentionsOf({ blocks: [block] }, each));
  if (places.some((each) => each.length === 0)) return null;
  return places.flat().sort((a, b) => a.start - b.start);
}
