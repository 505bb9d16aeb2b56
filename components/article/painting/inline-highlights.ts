// How the page carries its first highlights: `block,start,end,code` for each run, a space between.

import { DEPTHS, type Run } from "#domain/annotation/runs.ts";
import { KINDS } from "#domain/scheme/scheme.ts";

/** A run in one of the article's text blocks; offsets count inside the block. */
export type InlineRun = Run & { readonly block: number };

/** Writes runs as the value of `data-highlights`. */
export function writeRuns(runs: readonly InlineRun[]): string {
  return runs
    .map((run) => {
      const code = KINDS.indexOf(run.kind) * DEPTHS.length + DEPTHS.indexOf(run.depth);
      return `${run.block},${run.start},${run.end},${code}`;
    })
    .join(" ");
}

/** Reads what `writeRuns` wrote; leaves out what it did not. */
export function readRuns(value: string): InlineRun[] {
  return value.split(" ").flatMap((entry) => {
    const [block = NaN, start = NaN, end = NaN, code = NaN] = entry.split(",").map(Number);
    const kind = KINDS[Math.floor(code / DEPTHS.length)];
    const depth = DEPTHS[code % DEPTHS.length];
    return kind && depth ? [{ block, start, end, kind, depth }] : [];
  });
}
