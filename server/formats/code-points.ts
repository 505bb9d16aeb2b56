// Offsets in code points, which most formats count in, and in UTF-16 code units, which Postil counts in.

import { firstThat } from "#domain/first-that.ts";

/** Translates offsets of one text either way, in O(log n) of its characters beyond U+FFFF. */
export class CodePoints {
  /** Where each character of two UTF-16 units begins, in UTF-16 units. */
  readonly #pairs: readonly number[];
  /** The same in code points. */
  readonly #starts: readonly number[];

  constructor(text: string) {
    this.#pairs = [...text.matchAll(/[\u{10000}-\u{10FFFF}]/gu)].map(({ index }) => index);
    this.#starts = this.#pairs.map((pair, before) => pair - before);
  }

  /** The offset in code points; one between the halves of a character counts it as passed. */
  fromUtf16(offset: number): number {
    return offset - firstThat(this.#pairs, (pair) => pair >= offset);
  }

  /** The offset in UTF-16 code units. */
  toUtf16(offset: number): number {
    return offset + firstThat(this.#starts, (start) => start >= offset);
  }
}
