// Which paragraph of an old text became which one of a new text.

import { diffArrays } from "diff";

/** Two paragraphs are the same one, changed, when at least this share of their words is common. */
const LIKENESS = 0.4;

/** Stretches with more pairs than this to compare are paired in their order instead. */
const COMPARISONS = 250_000;

/** One step from the old text to the new one: indexes of paragraphs; null for one that came or went. */
export type Pair = { readonly was: number | null; readonly is: number | null };

/** Pairs the paragraphs of two texts, in the order of both: equal ones first, then those most alike. */
export function pairBlocks(before: readonly string[], after: readonly string[]): Pair[] {
  const pairs: Pair[] = [];
  let was = 0;
  let is = 0;
  let gone = 0;
  for (const { added, removed, count } of diffArrays([...before], [...after])) {
    if (removed) {
      gone = count;
      continue;
    }
    const come = added ? count : 0;
    pairs.push(...pairChanged(before, after, { was, is, gone, come }));
    was += gone;
    is += come;
    gone = 0;
    if (added) continue;
    for (let step = 0; step < count; step++) pairs.push({ was: was++, is: is++ });
  }
  pairs.push(...pairChanged(before, after, { was, is, gone, come: 0 }));
  return pairs;
}

/** `gone` paragraphs from `was` on stand against `come` paragraphs from `is` on. */
type Stretch = {
  readonly was: number;
  readonly is: number;
  readonly gone: number;
  readonly come: number;
};

/** The pairs of a stretch that together have most in common, found by the usual table of best beginnings. */
function pairChanged(
  before: readonly string[],
  after: readonly string[],
  { was, is, gone, come }: Stretch,
): Pair[] {
  if (gone * come > COMPARISONS) return inOrder({ was, is, gone, come });
  const old = before.slice(was, was + gone).map(wordsOf);
  const fresh = after.slice(is, is + come).map(wordsOf);
  const likeness = old.map((words) => fresh.map((others) => likenessOf(words, others)));
  return walkBack(bestBeginnings(likeness, come), { was, is, gone, come });
}

/** The way through the table that led to the best end. */
function walkBack(best: readonly (readonly number[])[], { was, is, gone, come }: Stretch): Pair[] {
  const at = (row: number, column: number): number => best[row]?.[column] ?? -1;
  const pairs: Pair[] = [];
  let row = gone;
  let column = come;
  while (row > 0 || column > 0) {
    const here = at(row, column);
    if (here === at(row - 1, column)) pairs.push({ was: was + --row, is: null });
    else if (here === at(row, column - 1)) pairs.push({ was: null, is: is + --column });
    else pairs.push({ was: was + --row, is: is + --column });
  }
  return pairs.reverse();
}

/** `best[row][column]`: the most that the first `row` old and `column` new paragraphs can have in common. */
function bestBeginnings(likeness: readonly (readonly number[])[], columns: number): number[][] {
  const best = [Array.from({ length: columns + 1 }, () => 0)];
  for (const [row, alike] of likeness.entries()) {
    const above = best[row] ?? [];
    const line = [0];
    for (const [column, share] of alike.entries()) {
      const paired = share < LIKENESS ? 0 : (above[column] ?? 0) + share;
      line.push(Math.max(above[column + 1] ?? 0, line[column] ?? 0, paired));
    }
    best.push(line);
  }
  return best;
}

function inOrder({ was, is, gone, come }: Stretch): Pair[] {
  return Array.from({ length: Math.max(gone, come) }, (_, step) => ({
    was: step < gone ? was + step : null,
    is: step < come ? is + step : null,
  }));
}

const wordsOf = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** The share of common words: twice the common ones by all (Dice's coefficient). */
function likenessOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const word of a) if (b.has(word)) common++;
  return (2 * common) / (a.size + b.size);
}
