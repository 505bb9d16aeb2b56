// Work on long lists, which lets others have a turn in between.

import { setImmediate as nextTurn } from "node:timers/promises";

/** How long it may keep the event loop at a time, in milliseconds. */
const TURN = 5;

/** After how long the turn is handed over at the end, too, so that what follows begins with one of its own. */
const REST = 2;

/** Does `work` for one after the other, and returns what comes of it, in the same order. */
export async function inTurns<One, Result>(
  list: readonly One[],
  work: (one: One) => Result,
): Promise<Result[]> {
  const results: Result[] = [];
  let turn = performance.now();
  for (const one of list) {
    results.push(work(one));
    if (performance.now() - turn < TURN) continue;
    await nextTurn();
    turn = performance.now();
  }
  if (performance.now() - turn > REST) await nextTurn();
  return results;
}
