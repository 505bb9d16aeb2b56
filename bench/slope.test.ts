import { expect, test } from "vitest";
import { slope } from "./slope.ts";

test("[B7] growth is the slope of the line through all samples, whatever swings around it", () => {
  const swing = [3, -3, -3, 3];
  const samples = Array.from({ length: 40 }, (_, at) => ({
    at,
    value: 100 + at * 0.5 + (swing[at % 4] ?? 0),
  }));
  expect(slope(samples)).toBeCloseTo(0.5);
  expect(slope(samples.slice(0, 1))).toBeNaN();
});
