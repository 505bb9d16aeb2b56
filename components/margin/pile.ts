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
  const space = Math.min(room, 2 * AROUND);
  return bands(ordered).flatMap((band) => {
    const isCrowded = neighbours(ordered, band[0]?.top ?? 0) * CARD_HEIGHT > space;
    return bandSlots(band, selected, isCrowded ? CROWDED_LIMIT : ROOMY_LIMIT);
  });
}

/** How many of `ordered`, sorted by their tops, lie around a place. */
function neighbours(ordered: readonly Wish[], top: number): number {
  return firstBelow(ordered, top + AROUND) - firstBelow(ordered, top - AROUND);
}

/** The index of the first that lies at `top` or below. */
function firstBelow(ordered: readonly Wish[], top: number): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle]?.top ?? 0) >= top) high = middle;
    else low = middle + 1;
  }
  return low;
}

function bands(ordered: readonly Wish[]): Wish[][] {
  const found: Wish[][] = [];
  let band: Wish[] = [];
  for (const wish of ordered) {
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
