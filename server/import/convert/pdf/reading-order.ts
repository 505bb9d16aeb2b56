// In which order a page is read: column by column, and what runs across all columns between them.

import { type Fragment, joined } from "./fragment.ts";

/** A line with the column that it stands in. */
export type Line = Fragment & {
  /** Lines of one column, between two pieces that run across it, have the same number. */
  readonly flow: number;
  /** Where most lines of the column begin, and where its longest ends, in points. */
  readonly left: number;
  readonly edge: number;
};

/** The lines of a page as they are read. Flows are counted from `flow` on. */
export function linesOf(fragments: readonly Fragment[], flow: number): Line[] {
  return columnsOf(fragments).flatMap(({ pieces, column }, index) =>
    linesInFlow(pieces).map((line) => ({ ...line, ...edgesOf(column), flow: flow + index })),
  );
}

/** Pieces that are read together, and all that stand in the same column of the page. */
type Flow = { readonly pieces: readonly Fragment[]; readonly column: readonly Fragment[] };

function columnsOf(fragments: readonly Fragment[]): Flow[] {
  const gutter = findGutter(fragments);
  if (gutter === null)
    return fragments.length === 0 ? [] : [{ pieces: fragments, column: fragments }];
  const sideOf = ({ x, right }: Fragment) =>
    right <= gutter ? "left" : x >= gutter ? "right" : "across";
  const sides = Map.groupBy(fragments, sideOf);
  return bandsOf(fragments, (fragment) => sideOf(fragment) === "across").flatMap((band) => {
    const parts = Map.groupBy(band, sideOf);
    return (["across", "left", "right"] as const).flatMap((side) => {
      const pieces = parts.get(side);
      if (pieces === undefined) return [];
      const column = sides.get(side) ?? [];
      const inner = side === "across" ? [] : columnsOf(pieces);
      return inner.length > 1 ? inner : [{ pieces, column }];
    });
  });
}

/** From top to bottom, cut where it changes between pieces that run across and those that do not. */
function bandsOf(fragments: readonly Fragment[], runsAcross: (fragment: Fragment) => boolean) {
  const bands: Fragment[][] = [];
  let last: boolean | null = null;
  for (const fragment of fragments.toSorted((one, other) => one.y - other.y)) {
    const across = runsAcross(fragment);
    if (across === last) bands.at(-1)?.push(fragment);
    else bands.push([fragment]);
    last = across;
  }
  return bands;
}

/** A gutter has this many pieces at each side at least, and is crossed by this share of all at most. */
const SIDE = 4;
const CROSSED = 0.3;

/** How much of a column its pieces fill, typically: those of a table do not. */
const FILLED = 0.45;

/** Where the white stripe between two columns is; null where there is none. In points from the left. */
function findGutter(fragments: readonly Fragment[]): number | null {
  if (fragments.length < 2 * SIDE) return null;
  const left = Math.min(...fragments.map(({ x }) => x));
  const right = Math.max(...fragments.map((fragment) => fragment.right));
  const size = median(fragments.map((fragment) => fragment.size));
  const crossings = crossingsOf(fragments, left, right);
  const middle = crossings.slice(
    Math.floor(crossings.length * 0.2),
    Math.ceil(crossings.length * 0.8),
  );
  const least = Math.min(...middle);
  if (!(least <= fragments.length * CROSSED)) return null;
  const stripe = widestStripe(crossings, least);
  const gutter = left + (stripe.from + stripe.to) / 2;
  const isWide = stripe.to - stripe.from >= Math.max(size * 0.7, 4);
  return isWide && areColumns(fragments, { left, gutter, right }) ? gutter : null;
}

/** How many pieces stand over each point between left and right. */
function crossingsOf(fragments: readonly Fragment[], left: number, right: number): number[] {
  const points = Math.min(Math.ceil(right - left), 20_000);
  const changes = Array.from({ length: points + 1 }, () => 0);
  for (const fragment of fragments) {
    const from = Math.min(Math.floor(fragment.x - left), points);
    const to = Math.min(Math.ceil(fragment.right - left), points);
    changes[from] = (changes[from] ?? 0) + 1;
    changes[to] = (changes[to] ?? 0) - 1;
  }
  let over = 0;
  return changes.slice(0, points).map((change) => {
    over += change;
    return over;
  });
}

/** The widest stripe over which no more than `least` pieces stand, away from both edges. */
function widestStripe(crossings: readonly number[], least: number) {
  const edge = crossings.length * 0.2;
  let widest = { from: 0, to: 0 };
  let from = 0;
  for (const [point, over] of crossings.entries()) {
    if (over > least) from = point + 1;
    const isInside = from >= edge / 2 && point + 1 <= crossings.length - edge / 2;
    if (isInside && point + 1 - from > widest.to - widest.from) widest = { from, to: point + 1 };
  }
  return widest;
}

/** Whether at both sides of a gutter there is running text, side by side. */
function areColumns(
  fragments: readonly Fragment[],
  { left, gutter, right }: { left: number; gutter: number; right: number },
): boolean {
  const before = fragments.filter((fragment) => fragment.right <= gutter);
  const behind = fragments.filter(({ x }) => x >= gutter);
  if (before.length < SIDE || behind.length < SIDE) return false;
  return (
    fills(before, gutter - left) && fills(behind, right - gutter) && overlap(before, behind) > 0.3
  );
}

const fills = (pieces: readonly Fragment[], width: number): boolean =>
  median(pieces.map(({ x, right }) => right - x)) > width * FILLED;

/** How much of the lower of two columns stands beside the other. */
function overlap(one: readonly Fragment[], other: readonly Fragment[]): number {
  const [a, b] = [one, other]
    .map((pieces) => pieces.map(({ y }) => y))
    .map((all) => ({
      top: Math.min(...all),
      bottom: Math.max(...all),
    }));
  if (a === undefined || b === undefined) return 0;
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return shared / Math.max(Math.min(a.bottom - a.top, b.bottom - b.top), 1);
}

/** Pieces at nearly the same height are one line. */
function linesInFlow(pieces: readonly Fragment[]): Fragment[] {
  const rows: Fragment[][] = [];
  for (const piece of pieces.toSorted((one, other) => one.y - other.y)) {
    const row = rows.at(-1);
    const main = row?.reduce((most, each) => (each.text.length > most.text.length ? each : most));
    const isSame = main && Math.abs(piece.y - main.y) < 0.45 * Math.max(piece.size, main.size);
    if (row && isSame) row.push(piece);
    else rows.push([piece]);
  }
  return rows.map((row) => row.toSorted((one, other) => one.x - other.x).reduce(joined));
}

function edgesOf(column: readonly Fragment[]): { left: number; edge: number } {
  const starts = Map.groupBy(linesInFlow(column), ({ x }) => Math.round(x));
  const [most] = [...starts].toSorted(([, one], [, other]) => other.length - one.length);
  return { left: most?.[0] ?? 0, edge: Math.max(...column.map(({ right }) => right)) };
}

/** The middle one of some numbers, 0 of none. */
export function median(numbers: readonly number[]): number {
  return numbers.toSorted((one, other) => one - other)[Math.floor(numbers.length / 2)] ?? 0;
}
