// Finds a passage again by its words and its neighbours, when positions no longer tell.

import type { TextRange } from "./article-text.ts";

/** The words of a passage with what stood before and behind it. */
export type Quote = { readonly quote: string; readonly prefix: string; readonly suffix: string };

/** A quote this long that stands in the text only once needs no neighbours to be believed. */
const TELLING_LENGTH = 16;

/** A place where the words stand. `context` counts the letters of both neighbours that agree. */
type Candidate = { readonly at: number; readonly context: number; readonly distance: number };

/**
 * Finds `quote` in `text`, ignoring line breaks on both sides (a block may have been split or
 * joined). Of several places the one with most of the remembered neighbours wins, then the one
 * nearest to `near` (an offset, or null), then the first. A place is believed when at least half
 * of the neighbours agree, or when the words are long and stand there only: a name that was
 * deleted must not jump to its next mention. Returns null when no place is believed.
 * Cost: one pass over the text, plus the neighbours of each place found.
 */
export function findQuote(text: string, quote: Quote, near: number | null): TextRange | null {
  const words = quote.quote.replaceAll("\n", "");
  if (words === "") return null;
  const flat = withoutBreaks(text);
  const prefix = quote.prefix.replaceAll("\n", "");
  const suffix = quote.suffix.replaceAll("\n", "");
  const found: Candidate[] = [];
  for (let at = flat.text.indexOf(words); at >= 0; at = flat.text.indexOf(words, at + 1)) {
    found.push({
      at,
      context: commonEnd(flat.text, at, prefix) + commonStart(flat.text, at + words.length, suffix),
      distance: near === null ? 0 : Math.abs(flat.original(at) - near),
    });
  }
  const best = found.toSorted((a, b) => b.context - a.context || a.distance - b.distance)[0];
  if (!best) return null;
  const telling = found.length === 1 && words.length >= TELLING_LENGTH;
  if (!telling && best.context * 2 < prefix.length + suffix.length) return null;
  return { start: flat.original(best.at), end: flat.original(best.at + words.length - 1) + 1 };
}

/** The text without line breaks, and the way back from an offset in it to one in the original. */
function withoutBreaks(text: string): { text: string; original: (offset: number) => number } {
  const starts: number[] = []; // offset in the short text at which a run begins
  const shifts: number[] = []; // how many breaks were left out before that run
  let short = "";
  for (const run of text.matchAll(/[^\n]+/g)) {
    starts.push(short.length);
    shifts.push(run.index - short.length);
    short += run[0];
  }
  const original = (offset: number): number => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return offset + (shifts[low] ?? 0);
  };
  return { text: short, original };
}

/** How many letters before `at` agree with the end of `prefix`. */
function commonEnd(text: string, at: number, prefix: string): number {
  let count = 0;
  while (count < prefix.length && text[at - 1 - count] === prefix[prefix.length - 1 - count]) {
    count++;
  }
  return count;
}

/** How many letters from `at` on agree with the start of `suffix`. */
function commonStart(text: string, at: number, suffix: string): number {
  let count = 0;
  while (count < suffix.length && text[at + count] === suffix[count]) count++;
  return count;
}
