// Whether the colours of kinds can be read, and told apart by everybody's eyes.

import {
  type Color,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  modeLab65,
  modeLrgb,
  modeRgb,
  parse,
  useMode as registerMode,
  wcagContrast,
} from "culori/fn";
import { type Kind, type KindId, kindOf, type Scheme, type Shades } from "#domain/scheme/scheme.ts";
import { PAGE, THEMES, type Theme } from "./page-colours.ts";

for (const mode of [modeRgb, modeLrgb, modeLab65]) registerMode(mode);

/** Letters in the colour of the line on the page and on the tint, and the words of the article on the tint. */
export const PLACES = ["line-on-page", "line-on-tint", "words-on-tint"] as const;

export type Place = (typeof PLACES)[number];

/** The least contrast (WCAG 2) of each: AA for letters that a kind is named with, AAA for the article. */
export const LEAST_CONTRAST: Readonly<Record<Place, number>> = {
  "line-on-page": 4.5,
  "line-on-tint": 4.5,
  "words-on-tint": 7,
};

export type Contrast = {
  readonly place: Place;
  /** From 1 to 21; of several grounds the worst. */
  readonly ratio: number;
  readonly isEnough: boolean;
};

/** The contrasts that the shades of a kind make in one theme. */
export function contrastsOf({ line, tint }: Shades, theme: Theme): readonly Contrast[] {
  const { ink, grounds } = PAGE[theme];
  const ratios: Readonly<Record<Place, number>> = {
    "line-on-page": Math.min(...grounds.map((ground) => wcagContrast(line, ground))),
    "line-on-tint": wcagContrast(line, tint),
    "words-on-tint": wcagContrast(ink, tint),
  };
  return PLACES.map((place) => {
    const ratio = ratios[place];
    return { place, ratio, isEnough: ratio >= LEAST_CONTRAST[place] };
  });
}

/** How people see colours: most, and those who lack one of the three cones. */
export const EYES = ["all-cones", "no-red", "no-green", "no-blue"] as const;

export type Eyes = (typeof EYES)[number];

/** Simulations after Machado et al. 2009, at their strongest. */
const SIGHT: Readonly<Record<Eyes, (colour: Color) => Color | undefined>> = {
  "all-cones": (colour) => colour,
  "no-red": filterDeficiencyProt(1),
  "no-green": filterDeficiencyDeuter(1),
  "no-blue": filterDeficiencyTrit(1),
};

/** The least distance (CIEDE2000) of two kinds' lines, the same as for labels. */
const LEAST_DISTANCE = 9;

const distance = differenceCiede2000();

/** The colour as these eyes see it. */
export function seenBy(eyes: Eyes, colour: string): Color {
  const parsed = parse(colour);
  const seen = parsed && SIGHT[eyes](parsed);
  if (!seen) throw new RangeError(`no colour: ${colour}`);
  return seen;
}

/** Two kinds whose lines look alike. */
export type Likeness = {
  readonly kinds: readonly [KindId, KindId];
  readonly theme: Theme;
  /** Those who can hardly tell them apart. */
  readonly eyes: readonly Eyes[];
};

/** All pairs of kinds that somebody can hardly tell apart by colour. */
export function likenessesOf({ kinds }: Scheme): readonly Likeness[] {
  const pairs = kinds.flatMap((one, index) =>
    kinds.slice(index + 1).map((two) => [one, two] as const),
  );
  return THEMES.flatMap((theme) =>
    pairs.flatMap(([one, two]) => {
      const eyes = EYES.filter((each) => distanceOf(one, two, theme, each) < LEAST_DISTANCE);
      return eyes.length === 0 ? [] : [{ kinds: [one.id, two.id] as const, theme, eyes }];
    }),
  );
}

function distanceOf(one: Kind, two: Kind, theme: Theme, eyes: Eyes): number {
  return distance(seenBy(eyes, one.colours[theme].line), seenBy(eyes, two.colours[theme].line));
}

/** Whether something about the colours of a kind should be looked at. */
export function hasWarning(scheme: Scheme, id: KindId): boolean {
  const { colours } = kindOf(scheme, id);
  return (
    THEMES.some((theme) => contrastsOf(colours[theme], theme).some(({ isEnough }) => !isEnough)) ||
    likenessesOf(scheme).some(({ kinds }) => kinds.includes(id))
  );
}
