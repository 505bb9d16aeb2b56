// What lies in each row of the strip.

import type { Placed } from "#domain/annotation/annotation-index.ts";
import { type Heat, heatRuns } from "#domain/annotation/heat.ts";
import { KINDS, type KindId } from "#domain/scheme/scheme.ts";

/** How many annotations of one kind touch each row. */
export type Lane = { readonly kind: KindId; readonly counts: Uint16Array };

type RowOf = (offset: number) => number;

/** One lane for each kind, in their order. */
export function kindLanes(placed: readonly Placed[], rowOf: RowOf, rows: number): Lane[] {
  const lanes = {
    claim: new Uint16Array(rows),
    entity: new Uint16Array(rows),
    framing: new Uint16Array(rows),
  };
  for (const { annotation, range } of placed) {
    if (!range) continue;
    const counts = lanes[annotation.kind];
    const last = rowOf(range.end - 1);
    for (let row = rowOf(range.start); row <= last; row++) counts[row] = (counts[row] ?? 0) + 1;
  }
  return KINDS.map((kind) => ({ kind, counts: lanes[kind] }));
}

/** The heat of each row, 0 where nobody marked anything. Steps that are `hidden` count as nothing. */
export function heatLane(
  placed: readonly Placed[],
  rowOf: RowOf,
  rows: number,
  hidden: ReadonlySet<Heat>,
): Uint8Array {
  const heats = new Uint8Array(rows);
  const passages = placed.flatMap(({ annotation: { author }, range }) =>
    range ? [{ author, start: range.start, end: range.end }] : [],
  );
  for (const { heat, start, end } of heatRuns(passages)) {
    if (hidden.has(heat)) continue;
    const last = rowOf(end - 1);
    for (let row = rowOf(start); row <= last; row++) heats[row] = Math.max(heats[row] ?? 0, heat);
  }
  return heats;
}

/** The annotation that lies nearest to a row, the first one of several; null when there is none. */
export function nearestTo(row: number, placed: readonly Placed[], rowOf: RowOf): Placed | null {
  let nearest: Placed | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const each of placed) {
    if (!each.range) continue;
    const distance = distanceTo(row, rowOf(each.range.start), rowOf(each.range.end - 1));
    if (distance < least) {
      nearest = each;
      least = distance;
    }
  }
  return nearest;
}

function distanceTo(row: number, from: number, until: number): number {
  return row < from ? from - row : Math.max(0, row - until);
}
