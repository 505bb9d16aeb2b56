// Colours made from others: a tint and dark shades from one line, and a line that can be read.

import {
  clampChroma,
  converter,
  formatHex,
  modeOklch,
  modeRgb,
  type Oklch,
  useMode as registerMode,
} from "culori/fn";
import type { Kind, Shades } from "#domain/scheme/scheme.ts";
import { contrastsOf } from "./colour-checks.ts";
import type { Theme } from "./page-colours.ts";

for (const mode of [modeRgb, modeOklch]) registerMode(mode);

const oklch = converter("oklch");

/** Lightness and the most chroma of each shade in OKLCH; the hue is that of the line they come from. */
const TINT = { light: { l: 0.935, c: 0.04 }, dark: { l: 0.3, c: 0.065 } } as const;
const DARK_LINE = 0.775;

/** How far a line moves at once in search of enough contrast, in OKLCH lightness. */
const STEP = 0.01;

/** All colours of a kind from its line in the light. */
export function coloursFrom(line: string): Kind["colours"] {
  const light = { line, tint: tintFor(line, "light") };
  return { light, dark: darkFrom(line) };
}

/** The shades for the dark from the line in the light; they can be read. */
export function darkFrom(line: string): Shades {
  const { h, c } = partsOf(line);
  const shades = { line: hex({ l: DARK_LINE, c: c * 0.9, h }), tint: tintFor(line, "dark") };
  return readable(shades, "dark");
}

function tintFor(line: string, theme: Theme): string {
  const { h, c } = partsOf(line);
  const { l, c: most } = TINT[theme];
  return hex({ l, c: Math.min(c / 2, most), h });
}

/** The shades with a line that is as much darker (in the dark: lighter) as it takes to be read. */
export function readable(shades: Shades, theme: Theme): Shades {
  const { h, c, l } = partsOf(shades.line);
  const isRead = (each: Shades): boolean =>
    contrastsOf(each, theme).every(({ place, isEnough }) => isEnough || place === "words-on-tint");
  const away = theme === "light" ? -STEP : STEP;
  let now = shades;
  for (let steps = 1; !isRead(now) && steps * STEP <= 1; steps++) {
    now = { ...shades, line: hex({ l: l + steps * away, c, h }) };
  }
  return now;
}

type Parts = { readonly l: number; readonly c: number; readonly h: number };

/** Grey has no hue: any will do. */
function partsOf(colour: string): Parts {
  const { l = 0, c = 0, h = 0 } = oklch(colour) ?? {};
  return { l, c, h };
}

/** The nearest colour that a screen has. */
function hex(parts: Parts): string {
  const colour: Oklch = { mode: "oklch", ...parts };
  return formatHex(clampChroma(colour, "oklch"));
}
