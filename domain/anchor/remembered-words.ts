// What an anchor remembers of its words: the passage, and as much around it as tells it from every
// other place of the same words.

import type { TextRange } from "../article/article-text.ts";
import { neighboursInCommon, placesOf, type Quote } from "./quote.ts";

/** How many UTF-16 code units are remembered on each side: at least, and at most. */
const LEAST = 12;
const MOST = 32;

/** How many more on each side than another place has in common in all. */
const MARGIN = 4;

/**
 * The words of a passage and its neighbours: on each side 12 units, and up to 32 where the same words
 * stand elsewhere among the same neighbours. Half of them, by which a place is believed, then stands
 * around no other place.
 */
export function rememberWords(text: string, { start, end }: TextRange): Quote {
  const all = wordsAt(text, { start, end }, MOST);
  let context = LEAST;
  for (const at of placesOf(text, all.quote)) {
    if (context >= MOST) return all;
    if (at !== start) context = Math.max(context, neighboursInCommon(text, at, all) + MARGIN);
  }
  return wordsAt(text, { start, end }, Math.min(context, MOST));
}

const wordsAt = (text: string, { start, end }: TextRange, context: number): Quote => ({
  quote: text.slice(start, end),
  prefix: text.slice(safeStart(text, start - context), start),
  suffix: text.slice(end, safeEnd(text, end + context)),
});

const splitsPair = (text: string, offset: number): boolean =>
  offset > 0 &&
  /[\uDC00-\uDFFF]/.test(text.charAt(offset)) &&
  /[\uD800-\uDBFF]/.test(text.charAt(offset - 1));

function safeStart(text: string, offset: number): number {
  const start = Math.max(0, offset);
  return splitsPair(text, start) ? start - 1 : start;
}

function safeEnd(text: string, offset: number): number {
  const end = Math.min(text.length, offset);
  return splitsPair(text, end) ? end + 1 : end;
}
