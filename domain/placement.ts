// One annotation in the index: its place in terms of blocks, which stays right while text moves
// above it, and what is worth remembering between two resolutions.

import type * as Y from "yjs";
import { type Ends, type HeldEnds, heldEnds, holdsQuote, rangeOf, readEnds } from "./anchor.ts";
import type { Annotation } from "./annotation.ts";
import { type ArticleText, blockAt, blockOf, type TextRange } from "./article-text.ts";
import { searchQuote } from "./quote.ts";

/** A place between letters: `offset` counts inside the block. */
type Spot = { readonly block: Y.XmlElement; readonly offset: number };

/** From the first letter to behind the last one. */
export type Span = { readonly first: Spot; readonly last: Spot };

/** Where the quote was found; null when it was sought in vain. */
type FoundQuote = { readonly span: Span; readonly sure: boolean } | null;

export class Placement {
  readonly annotation: Annotation;
  /** Where the annotation is painted; null for an orphan. */
  span: Span | null = null;
  /** The blocks of the two positions, whether or not they decide. */
  held: readonly Y.XmlElement[] = [];
  /** Whether the positions hold other words than the quote, so that the rest of the text matters. */
  drifts = true;
  readonly #ends: Ends | null;
  #found: FoundQuote | undefined;

  constructor(annotation: Annotation) {
    this.annotation = annotation;
    this.#ends = readEnds(annotation.anchor);
  }

  /** Finds the place anew, by the same rules as `resolveAnchor`. */
  resolve(article: ArticleText): void {
    const ends = this.#ends ? heldEnds(article, this.#ends) : NOWHERE;
    const range = rangeOf(article, ends);
    this.held = heldBlocks(article, ends);
    this.drifts = range === null || !holdsQuote(article, range, this.annotation.anchor);
    const held = range && spanOf(article, range);
    if (!this.drifts) this.#found = undefined;
    this.span = this.drifts ? (this.#findQuote(article, range)?.span ?? held) : held;
  }

  /** How far from a change the quote and its neighbours may stand to be concerned, in letters. */
  get reach(): number {
    const { quote, prefix, suffix } = this.annotation.anchor;
    return quote.length + Math.max(prefix.length, suffix.length);
  }

  /** Lets the quote be sought anew if it stands in one of the `windows`: letters around a change, before and after it. */
  forgetQuote(windows: readonly string[]): void {
    const words = this.annotation.anchor.quote.replaceAll("\n", "");
    const isTied = this.#found?.sure === false;
    if (isTied || windows.some((letters) => letters.includes(words))) this.#found = undefined;
  }

  #findQuote(article: ArticleText, held: TextRange | null): FoundQuote {
    if (this.#found === undefined) {
      const found = searchQuote(article.letters, this.annotation.anchor, held?.start ?? null);
      const span = found && spanOf(article, found.range);
      this.#found = found && span ? { span, sure: found.sure } : null;
    }
    return this.#found;
  }
}

const NOWHERE: HeldEnds = { start: null, end: null };

/** The blocks that the ends lie in. */
function heldBlocks(article: ArticleText, { start, end }: HeldEnds): Y.XmlElement[] {
  const elements = [start, end].flatMap((offset) => {
    const block = offset === null ? undefined : article.blocks[blockAt(article, offset)];
    return block ? [block.element] : [];
  });
  return elements[0] === elements[1] ? elements.slice(0, 1) : elements;
}

/** A passage in terms of blocks; null when the article is empty. */
function spanOf(article: ArticleText, { start, end }: TextRange): Span | null {
  const first = article.blocks[blockAt(article, start)];
  const last = article.blocks[blockAt(article, end - 1)];
  if (!first || !last) return null;
  return {
    first: { block: first.element, offset: start - first.start },
    last: { block: last.element, offset: end - last.start },
  };
}

/** A span in terms of the flat text; null when one of its blocks is gone. */
export function rangeOfSpan(article: ArticleText, { first, last }: Span): TextRange | null {
  const start = blockOf(article, first.block);
  const end = blockOf(article, last.block);
  return start && end && { start: start.start + first.offset, end: end.start + last.offset };
}

/** Whether two spans are the same place. */
export function sameSpan(a: Span | null, b: Span | null): boolean {
  if (a === null || b === null) return a === b;
  return sameSpot(a.first, b.first) && sameSpot(a.last, b.last);
}

const sameSpot = (a: Spot, b: Spot): boolean => a.block === b.block && a.offset === b.offset;
