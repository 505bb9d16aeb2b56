// How overlapping passages become elements inside each other: for what is printed, and for those who
// listen to the text.

import type { TextRange } from "./article-text.ts";

/** A piece of the text: bare words, or a mark around more pieces. A mark that is cut in two occurs twice. */
export type Nested<Mark> =
  | { readonly mark: null; readonly range: TextRange }
  | { readonly mark: Mark; readonly range: TextRange; readonly inner: readonly Nested<Mark>[] };

/**
 * The pieces of a range, in order: every letter lies inside all marks that cover it, and in no other.
 * What begins first, or is longer, lies outside; where two marks cross, the one that begins later is cut.
 */
export function nestMarks<Mark extends TextRange>(
  range: TextRange,
  marks: readonly Mark[],
): Nested<Mark>[] {
  const parts = marks.map((mark) => partIn(range, mark, mark)).filter(isThere);
  return nest(range, parts.sort(outermostFirst));
}

type Part<Mark> = TextRange & { readonly mark: Mark };

/** `parts` lie inside the range, the outermost first. */
function nest<Mark>(range: TextRange, parts: readonly Part<Mark>[]): Nested<Mark>[] {
  const pieces: Nested<Mark>[] = [];
  let at = range.start;
  let rest = parts;
  for (let [first] = rest; first; [first] = rest) {
    const { mark, start, end } = first;
    if (start > at) pieces.push({ mark: null, range: { start: at, end: start } });
    const others = rest.slice(1);
    const inner = others.map((part) => partIn({ start, end }, part, part.mark)).filter(isThere);
    pieces.push({ mark, range: { start, end }, inner: nest({ start, end }, inner) });
    const behind = { start: end, end: range.end };
    rest = others
      .map((part) => partIn(behind, part, part.mark))
      .filter(isThere)
      .sort(outermostFirst);
    at = end;
  }
  if (at < range.end) pieces.push({ mark: null, range: { start: at, end: range.end } });
  return pieces;
}

const partIn = <Mark>(range: TextRange, { start, end }: TextRange, mark: Mark): Part<Mark> => ({
  mark,
  start: Math.max(start, range.start),
  end: Math.min(end, range.end),
});

const isThere = ({ start, end }: TextRange): boolean => start < end;

const outermostFirst = (a: TextRange, b: TextRange): number => a.start - b.start || b.end - a.end;
