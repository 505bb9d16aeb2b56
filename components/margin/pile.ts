// What stands in the margin: single cards, and piles where too many notes want the same place.

import { firstThat } from "#domain/first-that.ts";

/** An annotation with the distance of its first line from the top of the margin, in CSS pixels. */
export type Wish = { readonly id: string; readonly top: number };

/** A place in the margin. `ids` holds one id for a card, all of them for a folded pile. */
export type Slot = {
  readonly key: string;
  readonly ids: readonly string[];
  readonly top: number;
  /** "row" is a card of one line: for two where it is crowded, and for the neighbours of the selected card in an unfolded pile. */
  readonly form: "card" | "row" | "pile";
};

/** How notes are gathered that want the same place. */
type Density = {
  /** Annotations that begin within this many CSS pixels belong together. */
  readonly band: number;
  /** Up to so many together are cards, and up to so many rows; more are folded. */
  readonly cards: number;
  readonly rows: number;
};

/** Two lines of text; where there is room around, even four cards find their place. */
const ROOMY: Density = { band: 64, cards: 4, rows: 4 };

/** About as high as what may stand in it, so that nothing is pushed away from its text. */
const CROWDED: Density = { band: 128, cards: 1, rows: 2 };

/** What a card is expected to need, in CSS pixels. */
const CARD_HEIGHT = 104;

/** How many rows stand above and below the selected card of an unfolded pile. With more, a card near the top of the article would be pushed out of sight. */
const BESIDE = 3;

/** How high the margin is at least, in CSS pixels: beside a short article notes may stand below its end. */
const SCREEN = 640;

/** How far around a place notes count as its neighbours, in CSS pixels: about a screen. */
const AROUND = 800;

/**
 * Sorts annotations, given in reading order, into slots. The pile that holds the `selected`
 * annotation is unfolded around it. `room` is the height of the article in CSS pixels.
 */
export function slotsOf(
  wishes: readonly Wish[],
  selected: string | null,
  room: number,
): readonly Slot[] {
  const ordered = wishes.toSorted((a, b) => a.top - b.top);
  const space = Math.min(Math.max(room, SCREEN), 2 * AROUND);
  const densityAt = (top: number): Density =>
    neighbours(ordered, top) * CARD_HEIGHT > space ? CROWDED : ROOMY;
  return bands(ordered, densityAt).flatMap((band) => bandSlots(band, selected));
}

/** How many of `ordered`, sorted by their tops, lie around a place. */
function neighbours(ordered: readonly Wish[], top: number): number {
  return firstBelow(ordered, top + AROUND) - firstBelow(ordered, top - AROUND);
}

/** The index of the first that lies at `top` or below. */
const firstBelow = (ordered: readonly Wish[], top: number): number =>
  firstThat(ordered, (wish) => wish.top >= top);

type Band = { readonly density: Density; readonly wishes: Wish[] };

function bands(ordered: readonly Wish[], densityAt: (top: number) => Density): Band[] {
  const found: Band[] = [];
  for (const wish of ordered) {
    const open = found.at(-1);
    const first = open?.wishes[0];
    if (open && first && wish.top - first.top < open.density.band) open.wishes.push(wish);
    else found.push({ density: densityAt(wish.top), wishes: [wish] });
  }
  return found;
}

function bandSlots({ density, wishes }: Band, selected: string | null): Slot[] {
  const at = wishes.findIndex(({ id }) => id === selected);
  if (wishes.length > density.rows) {
    return at < 0 ? [pileOf(wishes)] : unfolded(wishes, at);
  }
  const isCard = (id: string): boolean => wishes.length <= density.cards || id === selected;
  return wishes.map((wish) => single(wish, isCard(wish.id) ? "card" : "row"));
}

/** The one at `at` as a card, those beside it as rows, and what is farther off still folded; one alone would gain nothing by that. */
function unfolded(wishes: readonly Wish[], at: number): Slot[] {
  const from = at - BESIDE < 2 ? 0 : at - BESIDE;
  const until = wishes.length - at - BESIDE - 1 < 2 ? wishes.length : at + BESIDE + 1;
  const near = wishes.slice(from, until);
  return [
    ...(from > 0 ? [pileOf(wishes.slice(0, from))] : []),
    ...near.map((wish) => single(wish, wish === wishes[at] ? "card" : "row")),
    ...(until < wishes.length ? [pileOf(wishes.slice(until))] : []),
  ];
}

const single = ({ id, top }: Wish, form: "card" | "row"): Slot => ({
  key: id,
  ids: [id],
  top,
  form,
});

/** Of at least one. */
const pileOf = (wishes: readonly Wish[]): Slot => ({
  key: `pile ${wishes[0]?.id}`,
  ids: wishes.map(({ id }) => id),
  top: wishes[0]?.top ?? 0,
  form: "pile",
});
