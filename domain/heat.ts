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
  let start = 0;
  let heat: Heat | null = null;
  for (const { at, author, step } of edges(passages)) {
    if (at > start && heat !== null) extend(runs, { heat, start, end: at });
    start = at;
    const count = (held.get(author) ?? 0) + step;
    if (count > 0) held.set(author, count);
    else held.delete(author);
    heat = heatOf(held.size);
  }
  return runs;
}

/** Adds a run, or lengthens the last one where it goes on. */
function extend(runs: HeatRun[], run: HeatRun): void {
  const last = runs.at(-1);
  if (last?.heat !== run.heat || last.end !== run.start) runs.push(run);
  else runs[runs.length - 1] = { ...last, end: run.end };
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
