// Ranges that we put into the browser's highlights, and how they are taken out again.

import { boundaries, type DomText } from "../dom-text.ts";
import { highlightNamed, VEIL } from "./highlight-names.ts";

/** A passage of one text block to be painted with the highlight of this name. */
export type Brush = { readonly name: string; readonly start: number; readonly end: number };

/** Paints passages of a block. Returns the function that takes them away. */
export function paint(shown: DomText, brushes: readonly Brush[]): () => void {
  const painted = brushes.flatMap(({ name, start, end }) => {
    const highlight = highlightNamed(name);
    const points = highlight && boundaries(shown, start, end);
    if (!points) return [];
    const range = new StaticRange(points);
    highlight.add(range);
    return [{ highlight, range }];
  });
  return () => {
    for (const { highlight, range } of painted) highlight.delete(range);
  };
}

/** Lays the veil over blocks, given in reading order. Returns the function that takes it away. */
export function veil(blocks: readonly HTMLElement[]): () => void {
  const highlight = highlightNamed(VEIL);
  const [startContainer, endContainer] = [blocks[0], blocks.at(-1)];
  if (!highlight || !startContainer || !endContainer) return () => {};
  const endOffset = endContainer.childNodes.length;
  const range = new StaticRange({ startContainer, startOffset: 0, endContainer, endOffset });
  highlight.add(range);
  return () => highlight.delete(range);
}
