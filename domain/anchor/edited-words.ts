// Finds a passage again whose words were edited: between the neighbours that it remembers.

import type { TextRange } from "../article/article-text.ts";
import { type Letters, withoutBreaks } from "../article/letters.ts";
import { NEIGHBOURS, placesOf, type Quote, withinBlock } from "./quote.ts";

/** Of a longer quote the edited passage is not sought, in letters. */
const LONGEST_QUOTE = 1000;

/** How many letters may have been added to a short quote; a long one may double. */
const GROWTH = 32;

/** What stands before and behind a passage, without line breaks. */
type Brackets = { readonly before: string; readonly behind: string };

/**
 * Finds what stands between the remembered neighbours, ignoring line breaks. Null unless they stand
 * around one place only, and what is there is still like the quote.
 */
export function searchEdited(text: Letters, quote: Quote): TextRange | null {
  const words = withoutBreaks(quote.quote);
  if (words.length > LONGEST_QUOTE) return null;
  for (const brackets of bracketsOf(quote)) {
    const place = onlyPlace(text.text, brackets, words);
    if (place === null) continue;
    return { start: text.toOffset(place.start), end: text.toOffset(place.end - 1) + 1 };
  }
  return null;
}

/** How far from its neighbours an edited passage may reach, in letters. */
export const reachOfEdited = ({ quote, prefix, suffix }: Quote): number =>
  2 * quote.length + GROWTH + prefix.length + suffix.length;

/** How many neighbours on each side bracket the passage, in letters; those farther off may be edited, too. */
const NEAREST = 12;

/** The nearest neighbours; then those of its own block, which stay when it is moved. */
export function bracketsOf({ quote, ...neighbours }: Quote): Brackets[] {
  const prefix = neighbours.prefix.slice(-NEIGHBOURS);
  const suffix = neighbours.suffix.slice(0, NEIGHBOURS);
  const near = {
    before: withoutBreaks(prefix).slice(-NEAREST),
    behind: withoutBreaks(suffix).slice(0, NEAREST),
  };
  const own = withinBlock({ quote, prefix, suffix });
  if (own.prefix === "" || own.suffix === "") return [near];
  return [near, { before: own.prefix, behind: own.suffix }];
}

/**
 * The place between two neighbours, from where it is most like the quote. Null where it isn't, and
 * where there are two: the same neighbours around other words say that they tell nothing.
 */
function onlyPlace(text: string, brackets: Brackets, words: string): TextRange | null {
  let [only, alike]: [TextRange | null, number] = [null, 0];
  for (const place of between(text, brackets, words.length)) {
    if (only && only.end !== place.end) return null;
    const likenessThere = likeness(text.slice(place.start, place.end), words);
    if (!only || likenessThere > alike) [only, alike] = [place, likenessThere];
  }
  return alike >= 0.5 ? only : null;
}

/** The places between two neighbours where a quote of this length may have been edited. */
function* between(
  text: string,
  { before, behind }: Brackets,
  quoteLength: number,
): Generator<TextRange> {
  const longest = 2 * quoteLength + GROWTH;
  for (const start of endsOf(text, before)) {
    const reach = text.slice(start, start + longest + behind.length + 1);
    const length = behind === "" ? reach.length : reach.indexOf(behind);
    if (length > 0 && length <= longest) yield { start, end: start + length };
  }
}

/** Where these words end in a text; no words end at its start. */
function* endsOf(text: string, words: string): Generator<number> {
  if (words === "") yield 0;
  else for (const at of placesOf(text, words)) yield at + words.length;
}

/** How much two texts are alike, from 0 to 1. */
export const likeness = (a: string, b: string): number =>
  (2 * commonPairs(a, b)) / (a.length + b.length + 2);

/** Whether half of a passage is made of the quote's letters: what is left of it. */
export const isRemainder = (passage: string, quote: string): boolean =>
  2 * commonPairs(passage, quote) >= passage.length + 1;

/** How many pairs of neighbouring letters two texts have in common; their edges count as letters. */
function commonPairs(a: string, b: string): number {
  const counts = new Map<string, number>();
  for (const pair of pairsOf(a)) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  return pairsOf(b).filter((pair) => {
    const left = counts.get(pair) ?? 0;
    counts.set(pair, left - 1);
    return left > 0;
  }).length;
}

function pairsOf(text: string): string[] {
  const edged = `\n${text}\n`;
  return Array.from({ length: text.length + 1 }, (_, at) => edged.slice(at, at + 2));
}
