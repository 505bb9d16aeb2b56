// How the lines under overlapping passages are laid below each other, so that each can be followed.

import { DEPTHS, type Depth } from "./runs.ts";

/** A passage with what it is coloured by. Offsets are UTF-16 code units, the end is exclusive. */
type Strand = { readonly key: string; readonly start: number; readonly end: number };

/** A stretch of a strand; the first lane is the nearest to the words. */
export type Laned = Strand & { readonly lane: Depth };

/**
 * Lays out strands, given in any order; those of one key count as one where they overlap or touch.
 * Under every letter lie as many lines as there are keys, up to three, in lanes of their own: what
 * finds no lane free waits for one, those that began first before the others.
 */
export function lanesOf(strands: readonly Strand[]): Laned[] {
  const laid: Laned[] = [];
  const open: (Strand | null)[] = DEPTHS.map(() => null);
  const waiting = new Set<string>();
  for (const { at, key, begins } of edges(joined(strands))) {
    if (begins) enter(key, at);
    else if (!waiting.delete(key)) leave(key, at);
  }
  return laid;

  function enter(key: string, at: number): void {
    const free = open.indexOf(null);
    if (free < 0) waiting.add(key);
    else open[free] = { key, start: at, end: at };
  }

  function leave(key: string, end: number): void {
    const index = open.findIndex((each) => each?.key === key);
    const strand = open[index];
    const lane = DEPTHS[index];
    if (!strand || !lane) return;
    if (strand.start < end) laid.push({ key, lane, start: strand.start, end });
    const [next] = waiting;
    if (next !== undefined) waiting.delete(next);
    open[index] = next === undefined ? null : { key: next, start: end, end };
  }
}

/** Strands of one key that overlap or touch become one; in the order in which they begin, the longer first. */
function joined(strands: readonly Strand[]): Strand[] {
  const last = new Map<string, { key: string; start: number; end: number }>();
  const all: Strand[] = [];
  for (const { key, start, end } of strands.toSorted((a, b) => a.start - b.start)) {
    if (start >= end) continue;
    const before = last.get(key);
    if (before && start <= before.end) before.end = Math.max(before.end, end);
    else {
      const strand = { key, start, end };
      last.set(key, strand);
      all.push(strand);
    }
  }
  return all.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Ends come before beginnings, so that a lane is free for the next one. */
function edges(strands: readonly Strand[]): { at: number; key: string; begins: boolean }[] {
  return strands
    .flatMap(({ key, start, end }) => [
      { at: start, key, begins: true },
      { at: end, key, begins: false },
    ])
    .sort((a, b) => a.at - b.at || Number(a.begins) - Number(b.begins));
}
