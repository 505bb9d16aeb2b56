import { expect, test } from "vitest";
import { pauseBefore } from "./pause-before.ts";

test("[N17] the pause before knocking again is between half a second and fifteen, longer each time", () => {
  const pauses = [0, 1, 2, 3, 10, 2000].map((failed) => [
    pauseBefore(failed, 0),
    pauseBefore(failed, 1),
  ]);
  expect(pauses).toEqual([
    [500, 2000],
    [500, 4000],
    [500, 8000],
    [500, 15_000],
    [500, 15_000],
    [500, 15_000],
  ]);
});

test("[N17] a thousand who lose the connection together do not come back together", () => {
  const tenths = new Map<number, number>();
  for (let person = 0; person < 1000; person++) {
    const tenth = Math.floor(pauseBefore(0) / 100);
    tenths.set(tenth, (tenths.get(tenth) ?? 0) + 1);
  }
  expect(Math.max(...tenths.values())).toBeLessThan(200);
});
