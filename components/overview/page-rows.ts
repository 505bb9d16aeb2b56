// Where on the strip an offset lies. Made anew when lines move, and good for all annotations until then.

import { type ArticleText, blockAt } from "#domain/article/article-text.ts";

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
  const scales = text.blocks.map(({ start, text: words }, index) => {
    const { top = 0, bottom = 0 } = boxes[index] ?? {};
    const end = start + Math.max(1, words.length);
    const scale = rows / height;
    return { start, end, from: top * scale, perLetter: ((bottom - top) * scale) / (end - start) };
  });
  let known = scales[0]; // who asks for one offset mostly asks for its neighbours next
  return (offset) => {
    if (!known || offset < known.start || offset >= known.end) {
      known = scales[blockAt(text, offset)];
    }
    if (!known) return 0;
    const row = known.from + (Math.min(offset, known.end) - known.start) * known.perLetter;
    return Math.max(0, Math.min(rows - 1, Math.floor(row)));
  };
}
