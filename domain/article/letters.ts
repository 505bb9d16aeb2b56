// A text without its line breaks, or without superfluous white space, for comparing passages.

import { firstThat } from "../first-that.ts";

/** A text of which something was left out; `toOffset` leads from an offset in it to one in the whole. */
export type Letters = {
  readonly text: string;
  toOffset(at: number): number;
};

/** Leaves out the line breaks of a text, for blocks that were split or joined. Offsets are UTF-16 code units. */
export const lettersOf = (text: string): Letters => join(text, /[^\n]+/g, "");

/** Makes every run of white space inside a text one space, and leaves out what is around it. */
export const wordsOf = (text: string): Letters => join(text, /\S+/g, " ");

/** Joins the matches of `kept`, with `joint` in place of what lies between two of them. */
function join(text: string, kept: RegExp, joint: string): Letters {
  const starts: number[] = []; // where each match begins in what is kept
  const shifts: number[] = []; // how much was left out before it
  let letters = "";
  for (const run of text.matchAll(kept)) {
    if (letters !== "") letters += joint;
    starts.push(letters.length);
    shifts.push(run.index - letters.length);
    letters += run[0];
  }
  return { text: letters, toOffset: (at) => at + (shifts[lastAtMost(starts, at)] ?? 0) };
}

/** The index of the last of the ascending `values` that is at most `value`; 0 when none is. */
const lastAtMost = (values: readonly number[], value: number): number =>
  Math.max(0, firstThat(values, (each) => each > value) - 1);

export const withoutBreaks = (text: string): string => text.replaceAll("\n", "");

/** Whether two texts are the same when line breaks are left out of both. Stops at the first difference. */
export function sameLetters(a: string, b: string): boolean {
  let i = 0;
  let j = 0;
  for (;;) {
    while (a[i] === "\n") i++;
    while (b[j] === "\n") j++;
    if (i >= a.length || j >= b.length) return i >= a.length && j >= b.length;
    if (a.charCodeAt(i++) !== b.charCodeAt(j++)) return false;
  }
}
