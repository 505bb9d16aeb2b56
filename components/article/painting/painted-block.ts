// One text block on screen with what was painted on it. ProseMirror may use an element again for
// another block, or change its text nodes: then what was painted lies on the wrong words.

import type { TextBlock } from "#domain/article/article-text.ts";
import { type DomText, readDomText } from "../dom-text.ts";
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
    return isSame(readDomText(element), this.#shown);
  }

  erase(): void {
    this.#erase();
  }
}

/** Whether the same text is shown by the same leaves, each of them the same part of it. */
const isSame = (a: DomText, b: DomText): boolean =>
  a.text === b.text &&
  a.leaves.length === b.leaves.length &&
  a.leaves.every((leaf, at) => leaf === b.leaves[at] && a.starts[at] === b.starts[at]);
