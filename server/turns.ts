// Long work, which lets others have a turn in between.

import { setImmediate as nextTurn } from "node:timers/promises";

/** How long it may keep the event loop at a time, in milliseconds. */
const TURN = 5;

/** How many keep it for long, whatever is done with each. */
const LONG = 1000;

export class Turns {
  #since = performance.now();

  /** Whether it is time to let others work: asked often, for that costs next to nothing. */
  get isOver(): boolean {
    return performance.now() - this.#since > TURN;
  }

  /** Resolves when it is this work's turn again. */
  async next(): Promise<void> {
    await nextTurn();
    this.#since = performance.now();
  }
}

/**
 * Does `work` for one after the other, and returns what comes of it, in the same order. What follows a long
 * list begins with a turn of its own.
 */
export async function inTurns<One, Result>(
  list: readonly One[],
  work: (one: One) => Result,
): Promise<Result[]> {
  const results: Result[] = [];
  const turns = new Turns();
  for (const one of list) {
    results.push(work(one));
    if (turns.isOver) await turns.next();
  }
  if (list.length > LONG) await turns.next();
  return results;
}
