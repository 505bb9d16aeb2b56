// Finds a passage again by its words and its neighbours, when positions no longer tell.

import type { TextRange } from "../article/article-text.ts";
import { type Letters, lettersOf, withoutBreaks } from "../article/letters.ts";

/** The words of a passage with what stood before and behind it. */
export type Quote = { readonly quote: string; readonly prefix: string; readonly suffix: string };

/** Where the words were found. `sure` is false when `near` had to decide between equal places. */
export type Found = { readonly range: TextRange; readonly sure: boolean };

/** A quote this long that stands in the text only once needs no neighbours to be believed. */
const TELLING_LENGTH = 16;

/** How many neighbours on each side are looked at. */
export const NEIGHBOURS = 64;

/** How many places of the same words are looked at. */
const PLACES = 1000;

/** How many letters are sought; only where they stand the rest is compared, which bounds the cost of any quote. */
const SOUGHT = 64;

/**
 * Finds `quote` in `text`, ignoring line breaks on both sides (a block may have been split or
 * joined). Of several places the one with most of the remembered neighbours wins, then the one
 * nearest to `near` (an offset, or null), then the first. A place is believed when at least half
 * of the neighbours agree, or when the words, alone or with all neighbours of their own block, are
 * long and stand there only: a name that was deleted must not jump to its next mention. Returns
 * null when no place is believed.
 */
export function findQuote(text: string, quote: Quote, near: number | null): TextRange | null {
  return searchQuote(lettersOf(text), quote, near)?.range ?? null;
}

/** The same in a text whose breaks were left out before. Cost: two or three passes of `indexOf`. */
export function searchQuote(text: Letters, quote: Quote, near: number | null): Found | null {
  const wanted: Quote = {
    quote: withoutBreaks(quote.quote),
    prefix: withoutBreaks(quote.prefix).slice(-NEIGHBOURS),
    suffix: withoutBreaks(quote.suffix).slice(0, NEIGHBOURS),
  };
  if (wanted.quote === "") return null;
  const place =
    believable(text, wanted, near) ??
    telling(text.text, { quote: wanted.quote, prefix: "", suffix: "" }) ??
    telling(text.text, { quote: wanted.quote, ...withinBlock(quote) });
  if (place === null) return null;
  const last = place.at + wanted.quote.length - 1;
  return {
    range: { start: text.toOffset(place.at), end: text.toOffset(last) + 1 },
    sure: place.sure,
  };
}

/** A place in a text without breaks. */
type Place = { readonly at: number; readonly sure: boolean };

/** The best place where at least half of the neighbours agree. */
function believable(text: Letters, wanted: Quote, near: number | null): Place | null {
  const neighbours = wanted.prefix.length + wanted.suffix.length;
  const [best, next] = [...candidates(text.text, wanted)]
    .map((at) => ({
      at,
      context: neighboursInCommon(text.text, at, wanted),
      distance: near === null ? 0 : Math.abs(text.toOffset(at) - near),
    }))
    .filter(({ context }) => context * 2 >= neighbours)
    .sort(compare);
  return best ? { at: best.at, sure: next?.context !== best.context } : null;
}

type Rated = { readonly at: number; readonly context: number; readonly distance: number };

/** Negative when `a` is the better place. */
const compare = (a: Rated, b: Rated): number =>
  b.context - a.context || a.distance - b.distance || a.at - b.at;

/**
 * Every place where half of the neighbours may agree: then at least half of one side does, and the
 * words can be sought together with that half, which is rare even for a short word.
 */
function* candidates(text: string, { quote, prefix, suffix }: Quote): Generator<number> {
  const before = prefix.slice(Math.floor(prefix.length / 2));
  const behind = suffix.slice(0, Math.ceil(suffix.length / 2));
  const seen = new Set<number>();
  const sides = [
    { words: before + quote, lead: before.length, asked: before !== "" },
    { words: quote + behind, lead: 0, asked: behind !== "" || before === "" },
  ];
  for (const { words, lead } of sides.filter(({ asked }) => asked)) {
    for (const at of placesOf(text, words)) {
      if (!seen.has(at + lead)) yield at + lead;
      seen.add(at + lead);
    }
  }
}

/** The only place of words that, with these neighbours, are long enough to be believed. */
function telling(text: string, { quote, prefix, suffix }: Quote): Place | null {
  const words = prefix + quote + suffix;
  if (words.length < TELLING_LENGTH) return null;
  const [at, next] = placesOf(text, words);
  if (at === undefined || next !== undefined) return null;
  return { at: at + prefix.length, sure: true };
}

/** Where words stand in a text, in order; of words that begin like many others, only the first thousand beginnings count. */
export function* placesOf(text: string, words: string): Generator<number> {
  const sought = words.slice(0, SOUGHT);
  let at = text.indexOf(sought);
  for (let count = 0; at >= 0 && count < PLACES; count++) {
    if (text.startsWith(words, at)) yield at;
    at = text.indexOf(sought, at + 1);
  }
}

/** The neighbours as far as they stand in the block of the words: they stay when a block is moved. */
export const withinBlock = ({ prefix, suffix }: Quote): { prefix: string; suffix: string } => ({
  prefix: prefix.slice(prefix.lastIndexOf("\n") + 1),
  suffix: suffix.slice(0, `${suffix}\n`.indexOf("\n")),
});

/** How many of the remembered letters on both sides agree with what stands around the quote at `at`. */
export function neighboursInCommon(
  text: string,
  at: number,
  { quote, prefix, suffix }: Quote,
): number {
  let before = 0;
  while (before < prefix.length && text[at - 1 - before] === prefix[prefix.length - 1 - before]) {
    before++;
  }
  const end = at + quote.length;
  let behind = 0;
  while (behind < suffix.length && text[end + behind] === suffix[behind]) behind++;
  return before + behind;
}
