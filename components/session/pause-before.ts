// How long to wait before knocking again once the connection went: longer each time, and for everyone
// differently, so that a server that comes back is not overrun.

/** Milliseconds: the least, the most before the first attempt, and the most before any. */
const LEAST = 500;
const FIRST = 2000;
const MOST = 15_000;

/** Milliseconds before an attempt, after so many that failed in a row; `chance` is from 0 to 1. */
export function pauseBefore(failed: number, chance = Math.random()): number {
  return LEAST + chance * (Math.min(MOST, FIRST * 2 ** failed) - LEAST);
}
