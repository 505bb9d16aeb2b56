import { expect, test } from "vitest";
import { inTurns } from "./turns.ts";

const busyFor = (milliseconds: number): void => {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
};

test("[H29] others have their turn between, and once more before what follows", async () => {
  let isWaiting = true;
  let turns = 0;
  const others = (): void => {
    turns++;
    if (isWaiting) setImmediate(others);
  };
  setImmediate(others);
  const results = await inTurns([1, 2, 3, 4], (one) => {
    busyFor(6);
    return one * 2;
  });
  isWaiting = false;
  expect(results).toEqual([2, 4, 6, 8]);
  expect(turns).toBeGreaterThanOrEqual(4);

  let hasPassed = false;
  setImmediate(() => {
    hasPassed = true;
  });
  await inTurns(Array(1001).fill(1), () => {});
  expect(hasPassed).toBe(true);
});
