// Where an annotation sits: two Yjs relative positions, and the words in case the positions die.

import * as Y from "yjs";
import * as z from "zod/mini";
import { type ArticleText, blockAt, blockOf, type TextRange, textBetween } from "./article-text.ts";
import { isRemainder, likeness, searchEdited } from "./edited-words.ts";
import { sameLetters, withoutBreaks } from "./letters.ts";
import { searchQuote } from "./quote.ts";
import { wholeCharacters } from "./steps.ts";

/** How many UTF-16 code units of the surroundings an anchor remembers on each side. */
const CONTEXT = 32;

/**
 * A remembered place. `start` and `end` are encoded Yjs relative positions: the start holds on to
 * the first letter, the end to the last one, so that typing at either edge stays outside.
 */
export type Anchor = {
  readonly start: Uint8Array;
  readonly end: Uint8Array;
  readonly quote: string;
  readonly prefix: string;
  readonly suffix: string;
};

/** The shape of an anchor that somebody else wrote. */
export const anchorSchema = z.object({
  start: z.instanceof(Uint8Array),
  end: z.instanceof(Uint8Array),
  quote: z.string(),
  prefix: z.string(),
  suffix: z.string(),
});

/** The two positions of an anchor, decoded. */
export type Ends = { readonly start: Y.RelativePosition; readonly end: Y.RelativePosition };

/** Where the two positions of an anchor are in the flat text; null for one that is dead or not here yet. */
export type HeldEnds = {
  readonly start: number | null;
  readonly end: number | null;
  /** Whether the first and the last letter are both still there; else a position is beside where one was. */
  readonly isWhole: boolean;
};

/** The ends of an anchor that cannot be read. */
export const NOWHERE: HeldEnds = { start: null, end: null, isWhole: false };

/**
 * Remembers a passage. Edges that lie on a line break are moved inwards, edges inside a character (as
 * a reader sees it: an emoji, a flag, a letter with its marks) outwards. Returns null when no letter
 * is left.
 */
export function createAnchor(article: ArticleText, range: TextRange): Anchor | null {
  if (range.start >= range.end) return null;
  const { start, end } = trim(article, range);
  if (start >= end) return null;
  const first = relativePosition(article, start, 0);
  const last = relativePosition(article, end - 1, 1);
  if (first === null || last === null) return null;
  return {
    start: first,
    end: last,
    quote: article.text.slice(start, end),
    prefix: article.text.slice(safeStart(article.text, start - CONTEXT), start),
    suffix: article.text.slice(end, safeEnd(article.text, end + CONTEXT)),
  };
}

/**
 * Finds a remembered passage again, or null when its words are gone (an orphan). The positions
 * decide as long as they still hold the quote; otherwise the quote decides where it can be found;
 * otherwise the passage was edited. The answer depends on the article and the anchor alone, so that
 * every reader sees the same.
 */
export function resolveAnchor(article: ArticleText, anchor: Anchor): TextRange | null {
  const ends = readEnds(anchor);
  const held = ends ? heldEnds(article, ends) : NOWHERE;
  const range = rangeOf(article, held);
  if (range !== null && holdsQuote(article, range, anchor)) return range;
  return placeByWords(article, anchor, held, {
    quote: () => searchQuote(article.letters, anchor, range?.start ?? null)?.range ?? null,
    edited: () => searchEdited(article.letters, anchor),
  });
}

/** Two searches of the whole text: for the quote, and for what it became between its neighbours. */
export type Searches = {
  readonly quote: () => TextRange | null;
  readonly edited: () => TextRange | null;
};

/**
 * Where a passage is whose positions no longer hold its quote. While its own first and last letter
 * are there, it is between them, or where the quote is around there. Once one of these is gone, it is
 * where the quote is; else beside where the letter was or between the neighbours, whichever reads
 * more like the quote.
 */
export function placeByWords(
  article: ArticleText,
  anchor: Anchor,
  held: HeldEnds,
  searches: Searches,
): TextRange | null {
  const range = rangeOf(article, held);
  const found = searches.quote();
  if (range !== null && held.isWhole) return found && overlap(found, range) ? found : range;
  if (found !== null) return found;
  return likerOf(article, range, searches.edited(), withoutBreaks(anchor.quote));
}

/** Of what stands beside a lost letter and what stands between the neighbours, the one more like the quote. */
function likerOf(
  article: ArticleText,
  left: TextRange | null,
  edited: TextRange | null,
  quote: string,
): TextRange | null {
  const wordsIn = (range: TextRange): string => withoutBreaks(textBetween(article, range));
  if (left === null || !isRemainder(wordsIn(left), quote)) return edited;
  if (edited === null) return left;
  return likeness(wordsIn(left), quote) >= likeness(wordsIn(edited), quote) ? left : edited;
}

const overlap = (a: TextRange, b: TextRange): boolean => a.start < b.end && b.start < a.end;

/** Decodes the positions; null when they were written by hand and lead to no letter. */
export function readEnds(anchor: Pick<Anchor, "start" | "end">): Ends | null {
  try {
    const start = Y.decodeRelativePosition(anchor.start);
    const end = Y.decodeRelativePosition(anchor.end);
    return start.item === null || end.item === null ? null : { start, end };
  } catch {
    return null; // an orphan like any other: its quote may still be found
  }
}

/** Where the positions are now. */
export function heldEnds(article: ArticleText, { start, end }: Ends): HeldEnds {
  return {
    start: absoluteOffset(article, start),
    end: absoluteOffset(article, end),
    isWhole: isThere(article, start) && isThere(article, end),
  };
}

/** The passage between two held ends, without breaks at its edges; null when no letter is left. */
export function rangeOf(article: ArticleText, { start, end }: HeldEnds): TextRange | null {
  if (start === null || end === null || start >= end) return null;
  const words = textBetween(article, { start, end });
  const lead = words.length - words.replace(/^\n+/, "").length;
  const tail = words.length - words.replace(/\n+$/, "").length;
  return lead === words.length ? null : { start: start + lead, end: end - tail };
}

/** Whether a passage still reads as the quote; breaks don't count: blocks may have been split or joined. */
export function holdsQuote(article: ArticleText, range: TextRange, anchor: Anchor): boolean {
  return sameLetters(textBetween(article, range), anchor.quote);
}

function absoluteOffset(article: ArticleText, position: Y.RelativePosition): number | null {
  const doc = article.blocks[0]?.element.doc;
  if (!doc) return null;
  // Undone deletions are not followed: only the device that undid them knows of them
  const found = Y.createAbsolutePositionFromRelativePosition(position, doc, false);
  const block = found && blockOf(article, found.type);
  const part = block?.parts.find(({ node }) => node === found?.type);
  return found && block && part ? block.start + part.start + found.index : null;
}

/** Whether the letter that a position holds on to has not been deleted. */
function isThere(article: ArticleText, { item }: Y.RelativePosition): boolean {
  const doc = article.blocks[0]?.element.doc;
  if (!doc || item === null || item.clock >= Y.getState(doc.store, item.client)) return false;
  return !Y.getItem(doc.store, item).deleted;
}

/** Encodes the position before (`side` 0) or behind (`side` 1) the letter at `offset`; null on a line break. */
function relativePosition(article: ArticleText, offset: number, side: 0 | 1): Uint8Array | null {
  const block = article.blocks[blockAt(article, offset)];
  if (!block) return null;
  const inside = offset - block.start;
  const part = block.parts.find((each) => inside < each.start + each.length);
  if (!part || !(part.node instanceof Y.XmlText)) return null;
  const index = inside - part.start + side;
  return Y.encodeRelativePosition(
    Y.createRelativePositionFromTypeIndex(part.node, index, side === 0 ? 0 : -1),
  );
}

function trim(article: ArticleText, range: TextRange): TextRange {
  const { text } = article;
  const whole = wholeCharacters(article, range);
  let [start, end] = [Math.max(0, whole.start), Math.min(text.length, whole.end)];
  while (start < end && text[start] === "\n") start++;
  while (start < end && text[end - 1] === "\n") end--;
  return { start, end };
}

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
