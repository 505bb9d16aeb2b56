// A page of a PDF as pieces of text, each with its place: a PDF knows letters and places, and neither
// words nor lines.

import type { PDFPageProxy, TextItem } from "./document.ts";

/** A piece of a line. Places are points from the page's top left corner; `y` is where its letters stand. */
export type Fragment = {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  /** How high its letters are, in points. */
  readonly size: number;
};

/** How wide a gap between two pieces is that a reader takes for a space, and that is more than one: in letter heights. */
const SPACE = 0.15;
const APART = 0.8;

/** Pieces that stand on the same line differ in height by less than this, in letter heights. */
const SAME_LINE = 0.25;

const RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** The text of a page, turned so that most of its letters stand upright; others, such as stamps at an edge, are left out. */
export function fragmentsOf(page: PDFPageProxy, items: readonly TextItem[]): Fragment[] {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = page.getViewport({ scale: 1 }).transform;
  const placed = items.map((item) => {
    const [p = 1, q = 0, r = 0, s = 1, t = 0, u = 0] = item.transform.map(Number);
    const across: Point = [a * p + c * q, b * p + d * q];
    const up: Point = [a * r + c * s, b * r + d * s];
    const at: Point = [a * t + c * u + e, b * t + d * u + f];
    return { item, at, size: Math.hypot(...up), turn: turnOf(across) };
  });
  const turn = mainTurn(placed);
  const upright = placed.filter((piece) => piece.turn === turn && piece.size > 0);
  const pieces = upright.map(({ item, at, size }) => {
    const [x, y] = turned(at, turn);
    return { text: item.str, x, right: x + item.width, y, size };
  });
  return joinNeighbours(drawnOnce(pieces));
}

/** Some programs draw a text twice, hardly shifted, to make it bold. */
function drawnOnce(pieces: readonly Fragment[]): Fragment[] {
  const last = new Map<string, Fragment>();
  return pieces.filter((piece) => {
    const before = last.get(piece.text);
    last.set(piece.text, piece);
    return (
      before === undefined || Math.hypot(before.x - piece.x, before.y - piece.y) > piece.size / 8
    );
  });
}

type Point = readonly [number, number];

/** By how many quarters of a circle a line is turned. */
const turnOf = ([x, y]: Point): number => (Math.round(Math.atan2(y, x) / (Math.PI / 2)) + 4) % 4;

function turned([x, y]: Point, turn: number): Point {
  if (turn === 1) return [y, -x];
  if (turn === 2) return [-x, -y];
  return turn === 3 ? [-y, x] : [x, y];
}

function mainTurn(pieces: readonly { item: TextItem; turn: number }[]): number {
  const letters = [0, 0, 0, 0];
  for (const { item, turn } of pieces)
    letters[turn] = (letters[turn] ?? 0) + item.str.trim().length;
  return letters.indexOf(Math.max(...letters));
}

/** Puts together what was drawn one after the other and stands beside each other. */
function joinNeighbours(pieces: readonly Fragment[]): Fragment[] {
  const fragments: Fragment[] = [];
  for (const piece of pieces) {
    if (piece.text.trim() === "") continue;
    const last = fragments.at(-1);
    if (last && isBeside(last, piece)) fragments.splice(-1, 1, joined(last, piece));
    else fragments.push(piece);
  }
  return fragments;
}

function isBeside(last: Fragment, piece: Fragment): boolean {
  const size = Math.max(last.size, piece.size);
  return Math.abs(last.y - piece.y) < SAME_LINE * size && gapBetween(last, piece) < APART * size;
}

/** Below zero where they overlap. */
const gapBetween = (one: Fragment, other: Fragment): number =>
  Math.max(other.x - one.right, one.x - other.right);

/** Two pieces of a line as one, with a space between them if there is room for it; right to left where the script runs so. */
export function joined(one: Fragment, other: Fragment): Fragment {
  const [left, right] = one.x <= other.x ? [one, other] : [other, one];
  const runsBack = RTL.test(one.text) || RTL.test(other.text);
  const [first, second] = runsBack ? [right, left] : [left, right];
  const main = one.text.length >= other.text.length ? one : other;
  const space = gapBetween(one, other) > SPACE * main.size ? " " : "";
  return {
    text: first.text + space + second.text,
    x: left.x,
    right: Math.max(one.right, other.right),
    y: main.y,
    size: main.size,
  };
}
