// One annotation in the index: its place in terms of blocks, which stays right while text moves
// above it, and what is worth remembering between two resolutions.

import type * as Y from "yjs";
import {
  type Anchor,
  type HeldEnds,
  heldEnds,
  holdsQuote,
  placeByWords,
  rangeOf,
} from "../anchor/anchor.ts";
import { bracketsOf, reachOfEdited, searchEdited } from "../anchor/edited-words.ts";
import { searchQuote } from "../anchor/quote.ts";
import {
  type ArticleText,
  blockAt,
  blockOf,
  sameRange,
  type TextRange,
} from "../article/article-text.ts";
import { withoutBreaks } from "../article/letters.ts";
import { type Annotation, anchorNow } from "./annotation.ts";

/** A place between letters: `offset` counts inside the block. */
type Spot = { readonly block: Y.XmlElement; readonly offset: number };

/** From the first letter to behind the last one. */
export type Span = { readonly first: Spot; readonly last: Spot };

/** What a search of the text found; `sure` is false when any change of the text may decide anew. */
type Found = { readonly span: Span | null; readonly sure: boolean };

export class Placement {
  readonly annotation: Annotation;
  /** Where the annotation is painted; null for an orphan. */
  span: Span | null = null;
  /** The blocks of the two positions, whether or not they decide. */
  held: readonly Y.XmlElement[] = [];
  /** Whether the positions hold other words than the quote, so that the rest of the text matters. */
  drifts = true;
  /** Whether the two positions alone lead to where it is. */
  isHeld = false;
  readonly #anchor: Anchor;
  #quote: Found | null = null;
  #edited: Found | null = null;

  constructor(annotation: Annotation) {
    this.annotation = annotation;
    this.#anchor = anchorNow(annotation);
  }

  /** Finds the place anew, by the same rules as `resolveAnchor`. */
  resolve(article: ArticleText): void {
    const ends = heldEnds(article, this.#anchor);
    const range = rangeOf(article, ends);
    this.held = heldBlocks(article, ends);
    this.drifts = range === null || !holdsQuote(article, range, this.#anchor);
    if (!this.drifts) this.#forget();
    const place = this.drifts ? this.#placeByWords(article, ends) : range;
    this.span = place && spanOf(article, place);
    this.isHeld = ends.isWhole && range !== null && sameRange(place, range);
  }

  /** How far from a change the quote and its neighbours may stand to be concerned, in letters. */
  get reach(): number {
    return reachOfEdited(this.#anchor);
  }

  /** Lets the words be sought anew if they may stand in one of the `windows`: letters around a change, before and after it. */
  forgetWords(windows: readonly string[]): void {
    const stands = (words: string): boolean => windows.some((letters) => letters.includes(words));
    const brackets = bracketsOf(this.#anchor);
    if (this.#quote?.sure === false || stands(withoutBreaks(this.#anchor.quote))) {
      this.#forget();
    } else if (brackets.some(({ before, behind }) => stands(before) || stands(behind))) {
      this.#edited = null;
    }
  }

  #forget(): void {
    this.#quote = null;
    this.#edited = null;
  }

  #placeByWords(article: ArticleText, ends: HeldEnds): TextRange | null {
    const anchor = this.#anchor;
    const near = rangeOf(article, ends)?.start ?? null;
    return placeByWords(article, anchor, ends, {
      quote: () => {
        this.#quote ??= foundAt(article, searchQuote(article.letters, anchor, near));
        return this.#quote.span && rangeOfSpan(article, this.#quote.span);
      },
      edited: () => {
        this.#edited ??= foundAt(article, {
          range: searchEdited(article.letters, anchor),
          sure: true,
        });
        return this.#edited.span && rangeOfSpan(article, this.#edited.span);
      },
    });
  }
}

function foundAt(
  article: ArticleText,
  found: { range: TextRange | null; sure: boolean } | null,
): Found {
  const range = found?.range ?? null;
  return { span: range && spanOf(article, range), sure: found?.sure ?? true };
}

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
