// One letter of an article, in terms that hold on every page that shows it.

import type { Corpus } from "./corpus.ts";

/** The letter at `offset` of a text block, in UTF-16 code units. */
export type Spot = { readonly block: number; readonly offset: number };

/** The letter at an offset of the flat text. */
export function spotAt({ blocks }: Corpus, offset: number): Spot {
  const block = blocks.findLastIndex(({ start }) => start <= offset);
  return { block, offset: offset - (blocks[block]?.start ?? 0) };
}
