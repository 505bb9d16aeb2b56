// A text without its line breaks, for comparing passages across blocks that were split or joined.

/** `text` holds no line feed; `toOffset` leads from an offset in it to one in the text it was made of. */
export type Letters = {
  readonly text: string;
  toOffset(at: number): number;
};

/** Leaves out the line breaks of a text. Offsets are UTF-16 code units. */
export function lettersOf(text: string): Letters {
  const starts: number[] = []; // where a run between breaks begins, without breaks
  const shifts: number[] = []; // how many breaks were left out before that run
  let letters = "";
  for (const run of text.matchAll(/[^\n]+/g)) {
    starts.push(letters.length);
    shifts.push(run.index - letters.length);
    letters += run[0];
  }
  return { text: letters, toOffset: (at) => at + (shifts[lastAtMost(starts, at)] ?? 0) };
}

/** The index of the last of the ascending `values` that is at most `value`; 0 when none is. */
function lastAtMost(values: readonly number[], value: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((values[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}

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
