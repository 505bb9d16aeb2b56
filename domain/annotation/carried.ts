// Where a passage goes when the text under it is edited, told from the text before and after. It knows
// more than positions do: an editor's binding deletes and writes anew what it splits, joins or turns
// into a list, and Yjs sees other letters there.

import {
  BLOCK_SEPARATOR,
  blockAt,
  type TextBlock,
  type TextRange,
} from "../article/article-text.ts";
import { type Letters, lettersOf } from "../article/letters.ts";
import type { TextChange } from "../article/text-change.ts";
import { firstThat } from "../first-that.ts";

/** What replaced what: letters `from` to `was` (exclusive) of the text before became `from` to `is` of the text after. */
export type Replaced = {
  readonly before: Changed;
  readonly after: Changed;
  readonly from: number;
  readonly was: number;
  readonly is: number;
  /** Whether this is what was edited, and not one of several edits that would make the same text. */
  readonly sure: boolean;
};

/** The changed blocks of one text: their letters, and where they begin and end in the flat text. */
type Changed = {
  readonly letters: Letters;
  /** Where the line breaks are, from `start` on, ascending. */
  readonly breaks: readonly number[];
  readonly start: number;
  readonly end: number;
  readonly blocks: readonly TextBlock[];
};

/**
 * What an edit replaced. `at` is where it began, in the flat text before, if that is known: in "aa" a
 * new letter may stand before, between or behind the others.
 */
export function replacedBy(change: TextChange, at: number | null): Replaced {
  const there = changed(change.before.blocks.slice(change.was.from, change.was.until));
  const here = changed(change.after.blocks.slice(change.is.from, change.is.until));
  const [a, b] = [there.letters.text, here.letters.text];
  const shorter = Math.min(a.length, b.length);
  const limit = at === null || a === b ? shorter : Math.min(shorter, lettersUntil(there, at));
  let from = 0;
  while (from < limit && a[from] === b[from]) from++;
  let kept = 0;
  while (kept < shorter - from && a.at(-1 - kept) === b.at(-1 - kept)) kept++;
  const [was, is] = [a.length - kept, b.length - kept];
  return { before: there, after: here, from, was, is, sure: at !== null || a === b };
}

/** Where a passage of the text before is in the text after; null when none of its letters is left. */
export function carried(range: TextRange, change: TextChange, edit: Replaced): TextRange | null {
  const moved = withItsBlocks(range, edit);
  if (moved !== null) return moved;
  const start = carriedLetter(range.start, change, edit, "start");
  const last = carriedLetter(range.end - 1, change, edit, "last");
  return start === null || last === null || last < start ? null : { start, end: last + 1 };
}

/** The letters that an edit took away, and the place of a passage among them; null when some are left. */
export function cutOut(range: TextRange, { before, from, was }: Replaced): Cut | null {
  const [start, end] = [lettersUntil(before, range.start), lettersUntil(before, range.end)];
  if (range.start < before.start || range.end > before.end || start < from || end > was)
    return null;
  return { letters: before.letters.text.slice(from, was), start: start - from, end: end - from };
}

/** A passage inside of letters that were deleted. */
export type Cut = { readonly letters: string; readonly start: number; readonly end: number };

/** Where a passage is when an edit brings back the letters with which it went: by undo, or pasted elsewhere. */
export function broughtBack(cut: Cut, { after, from, is }: Replaced): TextRange | null {
  const come = after.letters.text.slice(from, is);
  const at = come.indexOf(cut.letters);
  if (at < 0 || come.indexOf(cut.letters, at + 1) >= 0) return null;
  const [first, last] = [from + at + cut.start, from + at + cut.end - 1];
  return { start: offsetOf(after, first), end: offsetOf(after, last) + 1 };
}

/** Which of the changed letters a passage began and ended with; null for an end that lies outside of them. */
export type Spots = { readonly first: number | null; readonly last: number | null };

/** The ends of a passage of the text before; null when both lie outside of the changed blocks. */
export function spotsOf({ start, end }: TextRange, { before }: Replaced): Spots | null {
  const spot = (offset: number): number | null =>
    offset >= before.start && offset < before.end ? lettersUntil(before, offset) : null;
  const [first, last] = [spot(start), spot(end - 1)];
  return first === null && last === null ? null : { first, last };
}

/** A passage with these ends in the text after; `place` tells the ends that lie outside. */
export function atSpots({ first, last }: Spots, place: TextRange | null, { after }: Replaced) {
  const start = first === null ? place?.start : offsetOf(after, first);
  const end = last === null ? place?.end : offsetOf(after, last) + 1;
  return start === undefined || end === undefined || start >= end ? null : { start, end };
}

function changed(blocks: readonly TextBlock[]): Changed {
  const text = blocks.map((block) => block.text).join(BLOCK_SEPARATOR);
  const start = blocks[0]?.start ?? 0;
  const breaks = [...text.matchAll(/\n/g)].map(({ index }) => index);
  return { letters: lettersOf(text), breaks, start, end: start + text.length, blocks };
}

/** How many letters of the changed blocks stand before an offset of the flat text. */
function lettersUntil({ breaks, start, end }: Changed, offset: number): number {
  const units = Math.max(0, Math.min(offset, end) - start);
  return units - firstThat(breaks, (at) => at >= units);
}

const offsetOf = ({ letters, start }: Changed, letter: number): number =>
  start + letters.toOffset(letter);

/** Whole blocks that stand elsewhere after the edit were moved, with all that lies on them. */
function withItsBlocks({ start, end }: TextRange, { before, after }: Replaced): TextRange | null {
  if (before.letters.text === after.letters.text) return null;
  if (start < before.start || end > before.end) return null;
  const own = before.blocks.filter(
    (block) => block.start < end && start < block.start + block.text.length,
  );
  const [first] = own;
  const [place, another] = runsOf(own, after.blocks);
  if (!first || !place || another || runsOf(own, before.blocks).length > 1) return null;
  const shift = place.start - first.start;
  return { start: start + shift, end: end + shift };
}

/** The first block of every run of blocks that says the same as `run`. */
function runsOf(run: readonly TextBlock[], blocks: readonly TextBlock[]): TextBlock[] {
  return blocks.filter((_, at) =>
    run.every(({ text }, index) => blocks[at + index]?.text === text),
  );
}

/** Where a letter is after the edit; one that was deleted gives way to the next (`start`) or the one before (`last`). */
function carriedLetter(
  offset: number,
  { before, after, was, is }: TextChange,
  edit: Replaced,
  edge: "start" | "last",
): number | null {
  const block = blockAt(before, offset);
  if (block < was.from) return offset;
  if (block >= was.until) {
    const [there, here] = [before.blocks[was.until], after.blocks[is.until]];
    return there && here ? offset - there.start + here.start : null;
  }
  const letter = lettersUntil(edit.before, offset);
  if (letter < edit.from) return offsetOf(edit.after, letter);
  if (letter >= edit.was) return offsetOf(edit.after, letter - edit.was + edit.is);
  return edge === "start"
    ? letterBehind(edit, after.blocks, is.until)
    : letterBefore(edit, after.blocks, is.from);
}

/** The first letter behind what was replaced; `next` is the block behind the changed ones. */
function letterBehind(
  { after, is }: Replaced,
  blocks: readonly TextBlock[],
  next: number,
): number | null {
  if (is < after.letters.text.length) return offsetOf(after, is);
  return blocks.slice(next).find(({ text }) => text !== "")?.start ?? null;
}

/** The last letter before what was replaced; `until` is the first of the changed blocks. */
function letterBefore(
  { after, from }: Replaced,
  blocks: readonly TextBlock[],
  until: number,
): number | null {
  if (from > 0) return offsetOf(after, from - 1);
  const block = blocks.slice(0, until).findLast(({ text }) => text !== "");
  return block ? block.start + block.text.length - 1 : null;
}
