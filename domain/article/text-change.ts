// What a change of the text touched: the blocks between those that stayed the same at both ends.

import type * as Y from "yjs";
import type { ArticleText, TextBlock, TextRange } from "./article-text.ts";

/** Blocks `from` to `until` (exclusive) of a text. */
type Slice = { readonly from: number; readonly until: number };

export type TextChange = {
  readonly before: ArticleText;
  readonly after: ArticleText;
  /** The blocks that were there and changed or went. */
  readonly was: Slice;
  /** The blocks that stand there now. */
  readonly is: Slice;
  /** Whether blocks came, went or moved. */
  readonly structural: boolean;
};

/** An edit of the text, as far as it may concern annotations. */
export type TextEdit = {
  readonly change: TextChange;
  /** Whether it was made on this device. */
  readonly local: boolean;
  /** The annotations that were sought again, and where they were before. */
  readonly sought: readonly { readonly id: string; readonly was: TextRange | null }[];
};

/** Compares two texts, of which `after` was made by `rereadText`. */
export function compareTexts(before: ArticleText, after: ArticleText): TextChange {
  const shorter = Math.min(before.blocks.length, after.blocks.length);
  let from = 0;
  while (from < shorter && same(before.blocks[from], after.blocks[from])) from++;
  let kept = 0;
  while (kept < shorter - from && same(before.blocks.at(-1 - kept), after.blocks.at(-1 - kept))) {
    kept++;
  }
  const was = { from, until: before.blocks.length - kept };
  const is = { from, until: after.blocks.length - kept };
  return { before, after, was, is, structural: !sameElements(before, was, after, is) };
}

/** A block that was taken over keeps its parts, wherever it begins now. */
const same = (a: TextBlock | undefined, b: TextBlock | undefined): boolean =>
  a !== undefined && a.element === b?.element && a.parts === b.parts;

function sameElements(before: ArticleText, was: Slice, after: ArticleText, is: Slice): boolean {
  const there = before.blocks.slice(was.from, was.until);
  const here = after.blocks.slice(is.from, is.until);
  return (
    there.length === here.length &&
    there.every(
      ({ element, name }, index) => element === here[index]?.element && name === here[index].name,
    )
  );
}

/** The elements of the blocks that changed, went or came. */
export function changedElements({ before, after, was, is }: TextChange): Set<Y.XmlElement> {
  return new Set(
    [...before.blocks.slice(was.from, was.until), ...after.blocks.slice(is.from, is.until)].map(
      ({ element }) => element,
    ),
  );
}

/** Whether the changed blocks lie between the blocks of two positions. */
export function reachesInto(held: readonly Y.XmlElement[], { before, was }: TextChange): boolean {
  const [start, end] = [held[0], held.at(-1)].map((block) => block && before.places.get(block));
  return start !== undefined && end !== undefined && start < was.until && end >= was.from;
}

/** The letters of the changed blocks before and after, with at least `reach` letters around them. */
export function windowsAround({ before, after, was, is }: TextChange, reach: number): string[] {
  const lead = gather(after.blocks, is.from - 1, -1, reach);
  const tail = gather(after.blocks, is.until, 1, reach);
  return [before.blocks.slice(was.from, was.until), after.blocks.slice(is.from, is.until)].map(
    (blocks) => lead + blocks.map(letters).join("") + tail,
  );
}

function gather(blocks: readonly TextBlock[], from: number, step: 1 | -1, reach: number): string {
  let found = "";
  for (let index = from; found.length < reach; index += step) {
    const block = blocks[index];
    if (!block) break;
    found = step > 0 ? found + letters(block) : letters(block) + found;
  }
  return found;
}

const letters = (block: TextBlock): string => block.text.replaceAll("\n", "");
