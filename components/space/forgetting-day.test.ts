import { expect, test } from "vitest";
import { forgettingDay } from "./forgetting-day.ts";

test("[SP7] guests are forgotten so many days after the day on which the space ends", () => {
  expect(forgettingDay("2026-07-31", 1)).toBe(Date.UTC(2026, 7, 1));
  expect(forgettingDay("2026-07-31", 180)).toBe(Date.UTC(2027, 0, 27));
});

test("[SP7] no day is told without an end, or where guests are never forgotten", () => {
  expect(forgettingDay(null, 180)).toBeNull();
  expect(forgettingDay("2026-07-31", null)).toBeNull();
});
