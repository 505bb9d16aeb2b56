// How far down its block a letter stands. What was measured is remembered block by block, so that an
// edit of one block leaves the others alone.

import { boundaries, type DomText } from "./dom-text.ts";

/** A block as it was laid out when its letters were measured; distances by offset, in CSS pixels. */
type Measured = {
  readonly text: string;
  readonly width: number;
  readonly height: number;
  readonly tops: Map<number, number | null>;
};

export class LineTops {
  #blocks = new WeakMap<HTMLElement, Measured>();

  /**
   * The distance of the letter at `offset` from the top of the window, in CSS pixels; null when it
   * isn't laid out. `box` is where its block is now.
   */
  of(element: HTMLElement, shown: DomText, box: DOMRect, offset: number): number | null {
    const { tops } = this.#measured(element, shown, box);
    if (!tops.has(offset)) tops.set(offset, topInside(shown, box, offset));
    const top = tops.get(offset) ?? null;
    return top === null ? null : box.top + top;
  }

  /** To be called when lines may break elsewhere in blocks that keep their size. */
  forget(): void {
    this.#blocks = new WeakMap();
  }

  #measured(element: HTMLElement, { text }: DomText, { width, height }: DOMRect): Measured {
    const known = this.#blocks.get(element);
    if (known && known.text === text && known.width === width && known.height === height) {
      return known;
    }
    const measured = { text, width, height, tops: new Map() };
    this.#blocks.set(element, measured);
    return measured;
  }
}

function topInside(shown: DomText, box: DOMRect, offset: number): number | null {
  const points = boundaries(shown, offset, offset + 1);
  if (points === null) return null;
  const range = document.createRange();
  range.setStart(points.startContainer, points.startOffset);
  range.setEnd(points.endContainer, points.endOffset);
  const letter = range.getClientRects()[0];
  return letter && letter.height > 0 ? letter.top - box.top : null;
}
