// What stands in the margin: single cards, and piles where too many notes want the same place.

/** An annotation with the distance of its first line from the top of the margin, in CSS pixels. */
export type Wish = { readonly id: string; readonly top: number };

/** A place in the margin. `ids` holds one id for a card, all of them for a folded pile. */
export type Slot = {
  readonly key: string;
  readonly ids: readonly string[];
  readonly top: number;
  /** "row" is a card of one line, for the neighbours of the selected card in an unfolded pile. */
  readonly form: "card" | "row" | "pile";
};

/** Annotations that begin within this many CSS pixels (two lines of text) belong together. */
const BAND = 64;

/** How many cards may want the same place before they are folded, with and without room around. */
const CROWDED_LIMIT = 2;
const ROOMY_LIMIT = 4;

/** What a card is expected to need, in CSS pixels. */
const CARD_HEIGHT = 104;

/**
 * Sorts annotations, given in reading order, into slots. The pile that holds the `selected`
 * annotation is unfolded. `room` is the height of the article in CSS pixels.
 */
export function slotsOf(
  wishes: readonly Wish[],
  selected: string | null,
  room: number,
): readonly Slot[] {
  const limit = wishes.length * CARD_HEIGHT > room ? CROWDED_LIMIT : ROOMY_LIMIT;
  return bands(wishes).flatMap((band) => bandSlots(band, selected, limit));
}

function bands(wishes: readonly Wish[]): Wish[][] {
  const found: Wish[][] = [];
  let band: Wish[] = [];
  for (const wish of wishes.toSorted((a, b) => a.top - b.top)) {
    if (band[0] === undefined || wish.top - band[0].top >= BAND) {
      band = [];
      found.push(band);
    }
    band.push(wish);
  }
  return found;
}

function bandSlots(band: readonly Wish[], selected: string | null, limit: number): Slot[] {
  const unfolded = band.some(({ id }) => id === selected);
  const [first] = band;
  if (first && band.length > limit && !unfolded) {
    return [
      { key: `pile ${first.id}`, ids: band.map(({ id }) => id), top: first.top, form: "pile" },
    ];
  }
  return band.map(({ id, top }) => ({
    key: id,
    ids: [id],
    top,
    form: band.length > limit && id !== selected ? "row" : "card",
  }));
}
