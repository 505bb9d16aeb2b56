// How overlapping pieces of annotations become a few runs to paint.

import type { KindId } from "../scheme/scheme.ts";

/** How many annotations of one kind over the same letter can be told apart. */
export const DEPTHS = [1, 2, 3] as const;

export type Depth = (typeof DEPTHS)[number];

/** A piece of a block. Offsets count inside the block, in UTF-16 code units, the end is exclusive. */
export type Piece = { readonly kind: KindId; readonly start: number; readonly end: number };

/** Letters of a block over which at least `depth` annotations of one kind lie. */
export type Run = Piece & { readonly depth: Depth };

/**
 * Merges the pieces of one block, given in any order. A deeper run always lies inside a run of the
 * depth before, so that each depth only has to add to what is below it.
 */
export function runsOf(pieces: readonly Piece[]): Run[] {
  const byKind = Map.groupBy(pieces, ({ kind }) => kind);
  return [...byKind].flatMap(([kind, ofKind]) => runsOfKind(kind, ofKind));
}

function runsOfKind(kind: KindId, pieces: readonly Piece[]): Run[] {
  const runs: Run[] = [];
  const begun = new Map<number, number>(); // depth → where its run began
  let depth = 0;
  for (const { at, step } of edges(pieces)) {
    if (step > 0) begun.set(++depth, at);
    else closeRun(depth--, at);
  }
  return runs;

  function closeRun(open: number, end: number): void {
    const start = begun.get(open) ?? end;
    const named = DEPTHS.find((each) => each === open);
    if (named && start < end) runs.push({ kind, depth: named, start, end });
  }
}

/** Where pieces begin and end, in order; beginnings first, so that neighbours make one run. */
function edges(pieces: readonly Piece[]): { at: number; step: 1 | -1 }[] {
  return pieces
    .filter(({ start, end }) => start < end)
    .flatMap(({ start, end }) => [
      { at: start, step: 1 as const },
      { at: end, step: -1 as const },
    ])
    .sort((a, b) => a.at - b.at || b.step - a.step);
}
