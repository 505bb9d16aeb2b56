// Where on the strip an offset lies. Made anew when lines move, and good for all annotations until then.

import { type ArticleText, blockAt } from "#domain/article-text.ts";

/** From where to where a block reaches down the page, in CSS pixels. */
export type BlockBox = { readonly top: number; readonly bottom: number };

export type PageLayout = {
  readonly text: ArticleText;
  /** One for each block of the text. */
  readonly boxes: readonly BlockBox[];
  /** The height of the whole page in CSS pixels. */
  readonly height: number;
  /** The height of the strip in rows. */
  readonly rows: number;
};

/** Tells the row of an offset in the flat text: inside a block in proportion, so that no line needs to be measured. */
export function rowsOfPage({ text, boxes, height, rows }: PageLayout): (offset: number) => number {
  return (offset) => {
    const index = blockAt(text, offset);
    const block = text.blocks[index];
    const box = boxes[index];
    if (!block || !box) return 0;
    const share = Math.min(1, (offset - block.start) / Math.max(1, block.text.length));
    const top = box.top + share * (box.bottom - box.top);
    return Math.max(0, Math.min(rows - 1, Math.floor((top / height) * rows)));
  };
}
