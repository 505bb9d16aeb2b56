// How many people marked a passage, in five steps.

export const HEATS = [1, 2, 3, 4, 5] as const;

export type Heat = (typeof HEATS)[number];

/** From how many people on each step begins. */
export const HEAT_FROM: Readonly<Record<Heat, number>> = { 1: 1, 2: 2, 3: 3, 4: 5, 5: 9 };

/** A passage that somebody marked. Offsets are UTF-16 code units, the end is exclusive. */
type Marked = { readonly author: string; readonly start: number; readonly end: number };

/** Letters that equally many people marked, as far as the steps tell. */
export type HeatRun = { readonly heat: Heat; readonly start: number; readonly end: number };

/** The step of so many people; null for nobody. */
export function heatOf(people: number): Heat | null {
  return HEATS.findLast((heat) => HEAT_FROM[heat] <= people) ?? null;
}

/** The heat of everything that was marked, in reading order. The passages may be given in any order. */
export function heatRuns(passages: readonly Marked[]): HeatRun[] {
  const runs: HeatRun[] = [];
  const held = new Map<string, number>(); // author → passages over this letter
  let begun = 0;
  let heat: Heat | null = null;
  const all = edges(passages);
  for (const [index, { at, author, step }] of all.entries()) {
    const count = (held.get(author) ?? 0) + step;
    if (count > 0) held.set(author, count);
    else held.delete(author);
    if (all[index + 1]?.at !== at) settle(at, heatOf(held.size));
  }
  return runs;

  function settle(at: number, next: Heat | null): void {
    if (next === heat) return;
    if (heat !== null) runs.push({ heat, start: begun, end: at });
    begun = at;
    heat = next;
  }
}

function edges(passages: readonly Marked[]): { at: number; author: string; step: number }[] {
  return passages
    .filter(({ start, end }) => start < end)
    .flatMap(({ author, start, end }) => [
      { at: start, author, step: 1 },
      { at: end, author, step: -1 },
    ])
    .sort((a, b) => a.at - b.at);
}
