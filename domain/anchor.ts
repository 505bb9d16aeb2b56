// Where an annotation sits: two Yjs relative positions, and the words in case the positions die.

import * as Y from "yjs";
import { type ArticleText, blockAt, type TextRange } from "./article-text.ts";
import { findQuote } from "./quote.ts";

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

/**
 * Remembers a passage. Edges that lie on a line break are moved inwards, edges inside a surrogate
 * pair outwards. Returns null when no letter is left.
 */
export function createAnchor(article: ArticleText, range: TextRange): Anchor | null {
  const { start, end } = trim(article.text, range);
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
 * otherwise what the positions still hold is the edited passage. The answer depends on the article
 * and the anchor alone, so that every reader sees the same.
 */
export function resolveAnchor(article: ArticleText, anchor: Anchor): TextRange | null {
  const held = heldRange(article, anchor);
  if (held !== null && sameWords(article.text.slice(held.start, held.end), anchor.quote)) {
    return held;
  }
  return findQuote(article.text, anchor, held?.start ?? null) ?? held;
}

/** What the two positions hold between them, or null when either is dead or nothing is left. */
function heldRange(article: ArticleText, anchor: Anchor): TextRange | null {
  const start = absoluteOffset(article, anchor.start);
  const end = absoluteOffset(article, anchor.end);
  return start === null || end === null || start >= end ? null : { start, end };
}

function absoluteOffset(article: ArticleText, encoded: Uint8Array): number | null {
  const doc = article.blocks[0]?.element.doc;
  if (!doc) return null;
  let position: Y.AbsolutePosition | null = null;
  try {
    position = Y.createAbsolutePositionFromRelativePosition(Y.decodeRelativePosition(encoded), doc);
  } catch {
    return null; // written by hand, or made in another article: an orphan like any other
  }
  const place = position && article.places.get(position.type);
  const block = place && article.blocks[place.block];
  if (!position || !place || !block) return null;
  return block.start + place.part.start + position.index;
}

/** Encodes the position before (`side` 0) or behind (`side` 1) the letter at `offset`; null on a line break. */
function relativePosition(article: ArticleText, offset: number, side: 0 | 1): Uint8Array | null {
  const block = article.blocks[blockAt(article, offset)];
  if (!block) return null;
  const inside = offset - block.start;
  const part = block.parts.find((each) => inside < each.start + each.length);
  if (!part || !(part.node instanceof Y.XmlText)) return null;
  return Y.encodeRelativePosition(
    Y.createRelativePositionFromTypeIndex(
      part.node,
      inside - part.start + side,
      side === 0 ? 0 : -1,
    ),
  );
}

function trim(text: string, range: TextRange): TextRange {
  let start = safeStart(text, range.start);
  let end = safeEnd(text, range.end);
  while (start < end && text[start] === "\n") start++;
  while (start < end && text[end - 1] === "\n") end--;
  return { start, end };
}

/** Blocks may have been split or joined since: the quote is compared without line breaks. */
function sameWords(a: string, b: string): boolean {
  return a === b || a.replaceAll("\n", "") === b.replaceAll("\n", "");
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
