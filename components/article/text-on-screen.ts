// The article as it is laid out: from offsets in the flat text to places on screen, and back.

import type { AnnotationIndex } from "#domain/annotation/annotation-index.ts";
import { blockAt, type TextBlock, type TextRange } from "#domain/article/article-text.ts";
import { boundaries, type DomText, readDomText, textElements, unitsBefore } from "./dom-text.ts";

/** A text block that shows what the article says. */
type ShownBlock = {
  readonly element: HTMLElement;
  /** Where it begins in the flat text. */
  readonly start: number;
  readonly shown: DomText;
};

export class TextOnScreen {
  readonly root: HTMLElement;
  readonly #index: AnnotationIndex;
  #elements: readonly HTMLElement[];

  constructor(root: HTMLElement, index: AnnotationIndex) {
    this.root = root;
    this.#index = index;
    this.#elements = elementsOf(root, index.text.blocks);
  }

  /** The elements of the text blocks, in reading order. */
  get elements(): readonly HTMLElement[] {
    return this.#elements;
  }

  /** Looks up the elements again. */
  reread(): void {
    this.#elements = elementsOf(this.root, this.#index.text.blocks);
  }

  /** What is shown of a block; null while the screen is behind the text. */
  shownBlock(index: number): ShownBlock | null {
    const block = this.#index.text.blocks[index];
    if (!this.#elements[index]?.isConnected) this.reread();
    const element = this.#elements[index];
    if (!block || !element) return null;
    const shown = readDomText(element);
    return shown.text === block.text ? { element, start: block.start, shown } : null;
  }

  /** A passage as a range of the document; null when it isn't on screen. */
  rangeOf({ start, end }: TextRange): Range | null {
    const first = this.#pointsOf(start, start + 1);
    const last = this.#pointsOf(end - 1, end);
    if (start >= end || !first || !last) return null;
    const range = document.createRange();
    range.setStart(first.startContainer, first.startOffset);
    range.setEnd(last.endContainer, last.endOffset);
    return range;
  }

  /** The boundary point at an offset; null when it isn't on screen. */
  pointAt(offset: number): [Node, number] | null {
    const before = this.#pointsOf(offset, offset + 1);
    if (before) return [before.startContainer, before.startOffset];
    const behind = this.#pointsOf(offset - 1, offset);
    return behind && [behind.endContainer, behind.endOffset];
  }

  #pointsOf(start: number, end: number): StaticRangeInit | null {
    const block = this.shownBlock(blockAt(this.#index.text, start));
    return block && boundaries(block.shown, start - block.start, end - block.start);
  }

  /** Where the first letter of a passage is, in the window; null when it isn't laid out. */
  boxOf({ start }: TextRange): DOMRect | null {
    const box = this.rangeOf({ start, end: start + 1 })?.getClientRects()[0];
    return box && box.height > 0 ? box : null;
  }

  /** The offset of a boundary point inside the article; null when nothing is shown there. */
  offsetOf(container: Node, offset: number): number | null {
    const element = blockElementOf(container);
    if (element === null) return this.#offsetBetween(container, offset);
    const block = this.shownBlock(this.#indexOf(element));
    return block && block.start + unitsBefore(block.shown, container, offset);
  }

  /** The start of the first block behind a point that lies in no block. */
  #offsetBetween(container: Node, offset: number): number | null {
    const point = document.createRange();
    point.setStart(container, offset);
    this.reread();
    const next = this.#elements.findIndex((element) => point.comparePoint(element, 0) >= 0);
    return next < 0 ? this.#index.text.text.length : (this.#index.text.blocks[next]?.start ?? null);
  }

  #indexOf(element: HTMLElement): number {
    const known = this.#elements.indexOf(element);
    if (known >= 0) return known;
    this.reread();
    return this.#elements.indexOf(element);
  }

  /** The offset of the boundary between letters that is nearest to a point of the window; null beside the text. */
  caretAt(x: number, y: number): number | null {
    const position = document.caretPositionFromPoint(x, y);
    if (!position || !this.root.contains(position.offsetNode)) return null;
    return this.offsetOf(position.offsetNode, position.offset);
  }

  /** The language of the text, BCP 47; "" when nobody said. */
  get language(): string {
    return this.root.closest<HTMLElement>("[lang]")?.lang ?? "";
  }

  get isRightToLeft(): boolean {
    return getComputedStyle(this.root).direction === "rtl";
  }

  /** The offset of the letter under a point of the window; null when there is none. */
  letterAt(x: number, y: number): number | null {
    const position = document.caretPositionFromPoint(x, y);
    const node = position?.offsetNode;
    if (!position || !(node instanceof Text) || !this.root.contains(node)) return null;
    // The position lies before or behind the letter, whichever is nearer
    const inside = [position.offset, position.offset - 1].find((at) => covers(node, at, x, y));
    return inside === undefined ? null : this.offsetOf(node, inside);
  }
}

/**
 * The elements of the text blocks, in reading order. An editor may show more than the text has, until
 * its next edit: it fills up the rows of a table. What no block says is then left out.
 */
function elementsOf(root: HTMLElement, blocks: readonly TextBlock[]): HTMLElement[] {
  const shown = textElements(root);
  let surplus = shown.length - blocks.length;
  if (surplus <= 0) return shown;
  const elements: HTMLElement[] = [];
  for (const each of shown) {
    const isMeant = blocks[elements.length]?.text === readDomText(each).text;
    if (isMeant || surplus === 0) elements.push(each);
    else surplus--;
  }
  return elements;
}

function blockElementOf(node: Node): HTMLElement | null {
  const element = node instanceof Element ? node : node.parentElement;
  return element?.closest<HTMLElement>("p, h1, h2, h3, h4, h5, h6") ?? null;
}

/** Whether the letter at `at` is drawn over a point of the window. */
function covers(node: Text, at: number, x: number, y: number): boolean {
  if (at < 0 || at >= node.length) return false;
  const range = document.createRange();
  range.setStart(node, at);
  range.setEnd(node, at + 1);
  return [...range.getClientRects()].some(
    ({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom,
  );
}
