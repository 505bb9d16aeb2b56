// Between the text on screen and offsets in it: text nodes as they are, a `<br>` is one unit.

import { FILLER_CLASS } from "./article-elements.ts";

/** One unit or more of text on screen. */
type Leaf = Text | HTMLBRElement;

/** What one text block shows. `starts` are the offsets of the leaves, in UTF-16 code units. */
export type DomText = {
  readonly text: string;
  readonly leaves: readonly Leaf[];
  readonly starts: readonly number[];
};

/** The text blocks of an article in reading order, as `readText` counts them. */
export function textElements(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>("p, h1, h2, h3, h4, h5, h6")];
}

/** Reads what a text block shows. */
export function readDomText(block: HTMLElement): DomText {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  const leaves: Leaf[] = [];
  const starts: number[] = [];
  let text = "";
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (!isLeaf(node)) continue;
    leaves.push(node);
    starts.push(text.length);
    text += node instanceof Text ? node.data : "\n";
  }
  return { text, leaves, starts };
}

const isLeaf = (node: Node): node is Leaf =>
  node instanceof Text || (node instanceof HTMLBRElement && !node.classList.contains(FILLER_CLASS));

/** The part of a text block from `start` to `end`, as boundary points of a range; null when it shows nothing there. */
export function boundaries(shown: DomText, start: number, end: number): StaticRangeInit | null {
  const first = leafAt(shown, start);
  const last = leafAt(shown, end - 1);
  if (start >= end || !first || !last) return null;
  const [startContainer, startOffset] = pointIn(first.leaf, start - first.start);
  const [endContainer, endOffset] = pointIn(last.leaf, end - last.start);
  return { startContainer, startOffset, endContainer, endOffset };
}

/** The leaf over the unit at `offset`; null when there is none. */
function leafAt(
  { leaves, starts, text }: DomText,
  offset: number,
): { leaf: Leaf; start: number } | null {
  if (offset < 0 || offset >= text.length) return null;
  let index = starts.length - 1;
  while (index > 0 && (starts[index] ?? 0) > offset) index--;
  const leaf = leaves[index];
  return leaf ? { leaf, start: starts[index] ?? 0 } : null;
}

/** The boundary point that lies `offset` units into a leaf. */
function pointIn(leaf: Leaf, offset: number): [Node, number] {
  if (leaf instanceof Text) return [leaf, offset];
  const parent = leaf.parentNode ?? leaf;
  return [parent, [...parent.childNodes].indexOf(leaf) + offset];
}

/** How many units of a text block stand before a boundary point inside it. */
export function unitsBefore(shown: DomText, container: Node, offset: number): number {
  const own = container instanceof Text ? shown.leaves.indexOf(container) : -1;
  if (own >= 0) return (shown.starts[own] ?? 0) + offset;
  const range = document.createRange();
  range.setStart(container, offset);
  const next = shown.leaves.findIndex((leaf) => {
    const [node, at] = pointIn(leaf, 0);
    return range.comparePoint(node, at) >= 0;
  });
  return next < 0 ? shown.text.length : (shown.starts[next] ?? 0);
}
