// Draws the strip: lanes of the kinds, or one lane of heat.

import { HEATS } from "#domain/annotation/heat.ts";
import type { Lane } from "./mark-rows.ts";

/** How strong a row is drawn in which so many annotations lie; one more than the last is the same. */
const STRENGTHS = [0, 0.45, 0.65, 0.85, 1] as const;

/** The space between two lanes, as a share of one. */
const GAP = 0.4;

/** Makes a canvas ready: one unit is one CSS pixel, and it is empty. Null where canvases are not to be had. */
export function blank(canvas: HTMLCanvasElement): CanvasRenderingContext2D | null {
  const { clientWidth, clientHeight } = canvas;
  const width = Math.round(clientWidth * devicePixelRatio);
  const height = Math.round(clientHeight * devicePixelRatio);
  const pen = canvas.getContext("2d");
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  pen?.reset();
  pen?.scale(devicePixelRatio, devicePixelRatio);
  if (pen && getComputedStyle(canvas).direction === "rtl") mirror(pen, clientWidth);
  return pen;
}

/** The first lane stands at the start of a line. */
function mirror(pen: CanvasRenderingContext2D, width: number): void {
  pen.translate(width, 0);
  pen.scale(-1, 1);
}

/** `colourOf` turns a CSS colour into one that a canvas knows. */
export function drawKinds(
  pen: CanvasRenderingContext2D,
  width: number,
  lanes: readonly Lane[],
  colourOf: (css: string) => string,
): void {
  const lane = width / (lanes.length + (lanes.length - 1) * GAP);
  for (const [index, { kind, counts }] of lanes.entries()) {
    pen.fillStyle = colourOf(`var(--${kind}-line)`);
    for (const { from, until, value } of stretches(counts)) {
      pen.globalAlpha = STRENGTHS[Math.min(value, STRENGTHS.length - 1)] ?? 1;
      pen.fillRect(index * lane * (1 + GAP), from, lane, until - from);
    }
  }
}

/** The hotter, the stronger and the wider. */
export function drawHeat(
  pen: CanvasRenderingContext2D,
  width: number,
  heats: Uint8Array,
  colourOf: (css: string) => string,
): void {
  pen.fillStyle = colourOf("var(--heat-line)");
  for (const { from, until, value } of stretches(heats)) {
    const share = value / HEATS.length;
    pen.globalAlpha = 0.25 + 0.75 * share;
    pen.fillRect(0, from, width * share, until - from);
  }
}

type Stretch = { readonly from: number; readonly until: number; readonly value: number };

/** Neighbouring rows of one value, leaving out those of nothing. */
function stretches(rows: Uint8Array | Uint16Array): Stretch[] {
  const found: Stretch[] = [];
  let from = 0;
  for (let row = 1; row <= rows.length; row++) {
    const value = rows[from] ?? 0;
    if (rows[row] === value) continue;
    if (value > 0) found.push({ from, until: Math.max(row, from + 3), value });
    from = row;
  }
  return found;
}
