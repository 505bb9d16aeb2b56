// Where an annotation sits: its first and its last letter, and the words in case these letters die.

import * as Y from "yjs";
import {
  type ArticleText,
  blockAt,
  blockOf,
  type TextRange,
  textBetween,
} from "../article/article-text.ts";
import { sameLetters, withoutBreaks } from "../article/letters.ts";
import { wholeCharacters } from "../article/steps.ts";
import { isRemainder, likeness, searchEdited } from "./edited-words.ts";
import { type Quote, searchQuote } from "./quote.ts";
import { rememberWords } from "./remembered-words.ts";

/** A letter of the text as Yjs names it, wherever it moves to: who wrote it, and as which of theirs. */
export type Letter = { readonly client: number; readonly clock: number };

/** The first and the last letter of a passage: what is typed at either edge stays outside. */
export type Ends = { readonly start: Letter; readonly end: Letter };

/** A remembered place. */
export type Anchor = Ends & Quote;

/** A letter that no text has: no client writes as many. */
const NO_LETTER: Letter = { client: 0, clock: 2 ** 48 };

/** An anchor whose letters were deleted, all of them: equal ones beside them are not taken for a rest. Its words alone bring it back. */
export const letGo = (anchor: Anchor): Anchor => ({ ...anchor, start: NO_LETTER, end: NO_LETTER });

/** Whether an anchor holds on to no letter. */
export const isLetGo = ({ start }: Ends): boolean =>
  start.client === NO_LETTER.client && start.clock === NO_LETTER.clock;

/** Where the two ends of an anchor are in the flat text; null for one that is dead or not here yet. */
export type HeldEnds = {
  readonly start: number | null;
  readonly end: number | null;
  /** Whether the first and the last letter are both still there; else a position is beside where one was. */
  readonly isWhole: boolean;
};

/**
 * Remembers a passage. Edges that lie on a line break are moved inwards, edges inside a character (as
 * a reader sees it: an emoji, a flag, a letter with its marks) outwards. Returns null when no letter
 * is left.
 */
export function createAnchor(article: ArticleText, range: TextRange): Anchor | null {
  const passage = trim(article, range);
  const ends = passage && endsOf(article, passage);
  return ends && { ...ends, ...rememberWords(article.text, passage) };
}

/** The ends of the passage that `createAnchor` would remember: all that it takes to follow it for a while. */
export function createEnds(article: ArticleText, range: TextRange): Ends | null {
  const passage = trim(article, range);
  return passage && endsOf(article, passage);
}

/**
 * Finds a remembered passage again, or null when its words are gone (an orphan). The positions
 * decide as long as they still hold the quote; otherwise the quote decides where it can be found;
 * otherwise the passage was edited. The answer depends on the article and the anchor alone, so that
 * every reader sees the same.
 */
export function resolveAnchor(article: ArticleText, anchor: Anchor): TextRange | null {
  const held = heldEnds(article, anchor);
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

/** Where the ends are now. */
export function heldEnds(article: ArticleText, { start, end }: Ends): HeldEnds {
  return {
    start: absoluteOffset(article, start, 0),
    end: absoluteOffset(article, end, -1),
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

/** The offset before a letter (`side` 0) or behind it (-1), or beside where it was. */
function absoluteOffset(article: ArticleText, letter: Letter, side: 0 | -1): number | null {
  const doc = article.blocks[0]?.element.doc;
  if (!doc) return null;
  const position = new Y.RelativePosition(null, null, idOf(letter), side);
  // Undone deletions are not followed: only the device that undid them knows of them
  const found = Y.createAbsolutePositionFromRelativePosition(position, doc, false);
  const block = found && blockOf(article, found.type);
  const part = block?.parts.find(({ node }) => node === found?.type);
  return found && block && part ? block.start + part.start + found.index : null;
}

/** Whether a letter has not been deleted. */
function isThere(article: ArticleText, letter: Letter): boolean {
  const doc = article.blocks[0]?.element.doc;
  if (!doc || letter.clock >= Y.getState(doc.store, letter.client)) return false;
  return !Y.getItem(doc.store, idOf(letter)).deleted;
}

const idOf = ({ client, clock }: Letter): Y.ID => Y.createID(client, clock);

function endsOf(article: ArticleText, { start, end }: TextRange): Ends | null {
  const [first, last] = [letterAt(article, start), letterAt(article, end - 1)];
  return first && last && { start: first, end: last };
}

/** The letter at an offset; null on a line break. */
function letterAt(article: ArticleText, offset: number): Letter | null {
  const block = article.blocks[blockAt(article, offset)];
  if (!block) return null;
  const inside = offset - block.start;
  const part = block.parts.find((each) => inside < each.start + each.length);
  if (!part || !(part.node instanceof Y.XmlText)) return null;
  const { item } = Y.createRelativePositionFromTypeIndex(part.node, inside - part.start);
  return item && { client: item.client, clock: item.clock };
}

/** The passage in whole characters, without breaks at its edges; null when no letter is left. */
function trim(article: ArticleText, range: TextRange): TextRange | null {
  if (range.start >= range.end) return null;
  const { text } = article;
  const whole = wholeCharacters(article, range);
  let [start, end] = [Math.max(0, whole.start), Math.min(text.length, whole.end)];
  while (start < end && text[start] === "\n") start++;
  while (start < end && text[end - 1] === "\n") end--;
  return start < end ? { start, end } : null;
}
