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

/** How high the margin is at least, in CSS pixels: beside a short article notes may stand below its end. */
const SCREEN = 640;

/** How far around a place notes count as its neighbours, in CSS pixels: about a screen. */
const AROUND = 800;

/**
 * Sorts annotations, given in reading order, into slots. The pile that holds the `selected`
 * annotation is unfolded. `room` is the height of the article in CSS pixels.
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
  const [first] = wishes;
  const unfolded = wishes.some(({ id }) => id === selected);
  if (first && wishes.length > density.rows && !unfolded) {
    return [
      { key: `pile ${first.id}`, ids: wishes.map(({ id }) => id), top: first.top, form: "pile" },
    ];
  }
  const isCard = (id: string): boolean => wishes.length <= density.cards || id === selected;
  return wishes.map(({ id, top }) => ({
    key: id,
    ids: [id],
    top,
    form: isCard(id) ? "card" : "row",
  }));
}
