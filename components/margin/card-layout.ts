// Where the cards stand, so that each is level with its text as far as its neighbours allow.

/** Something with a height that wants to stand at `top`; both in CSS pixels. */
export type Standing = { readonly key: string; readonly top: number; readonly height: number };

/** The space between two cards, in CSS pixels. */
export const GAP = 8;

/**
 * Places cards, given in order of their tops, below one another without overlap. The one with
 * the key `fixed` stands exactly level with its text and the others give way, upwards, too; only
 * when they would be pushed above 0 it moves down. Returns the top of each, by key.
 */
export function placeCards(
  cards: readonly Standing[],
  fixed: string | null,
): ReadonlyMap<string, number> {
  const places = pushDown(cards, Number.NEGATIVE_INFINITY);
  const at = cards.findIndex(({ key }) => key === fixed);
  const anchor = cards[at];
  if (!anchor) return places;
  const first = pushUp(cards.slice(0, at), anchor.top, places);
  const shift = Math.max(0, -first);
  if (shift > 0) {
    for (const { key } of cards.slice(0, at)) places.set(key, (places.get(key) ?? 0) + shift);
  }
  places.set(anchor.key, anchor.top + shift);
  const below = pushDown(cards.slice(at + 1), anchor.top + shift + anchor.height + GAP);
  for (const [key, top] of below) places.set(key, top);
  return places;
}

/** Places cards from the first on, none above `from`. */
function pushDown(cards: readonly Standing[], from: number): Map<string, number> {
  const places = new Map<string, number>();
  let free = from;
  for (const { key, top, height } of cards) {
    const place = Math.max(top, free);
    places.set(key, place);
    free = place + height + GAP;
  }
  return places;
}

/** Moves the cards above `limit` out of its way, in `places`; returns where the first one ends up. */
function pushUp(cards: readonly Standing[], limit: number, places: Map<string, number>): number {
  let free = limit;
  for (const { key, height } of cards.toReversed()) {
    const place = Math.min(places.get(key) ?? 0, free - GAP - height);
    places.set(key, place);
    free = place;
  }
  return free;
}
