// One text block on screen with what was painted on it. ProseMirror may use an element again for
// another block, or change its text nodes: then what was painted lies on the wrong words.

import type { TextBlock } from "#domain/article-text.ts";
import { type DomText, readDomText } from "./dom-text.ts";
import { type Brush, paint } from "./painted-range.ts";

export class PaintedBlock {
  readonly #element: HTMLElement;
  readonly #block: TextBlock;
  readonly #shown: DomText;
  readonly #erase: () => void;

  /** Paints, if the element shows the words of the block; otherwise it has yet to be brought up to date. */
  constructor(element: HTMLElement, block: TextBlock, brushes: readonly Brush[]) {
    this.#element = element;
    this.#block = block;
    this.#shown = readDomText(element);
    this.#erase = this.#shown.text === block.text ? paint(this.#shown, brushes) : () => {};
  }

  /** Whether what was painted still lies on the words it was meant for. */
  isTrue(element: HTMLElement | undefined, block: TextBlock | undefined): boolean {
    if (element !== this.#element || block?.element !== this.#block.element) return false;
    if (block.text !== this.#block.text) return false;
    const { text, leaves } = readDomText(element);
    return (
      text === this.#shown.text && leaves.every((leaf, index) => leaf === this.#shown.leaves[index])
    );
  }

  erase(): void {
    this.#erase();
  }
}
