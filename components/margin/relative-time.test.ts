import { expect, test } from "vitest";
import { relativeTime } from "./relative-time.ts";

const NOW = Date.UTC(2026, 4, 20, 12);
const ago = (minutes: number): string => relativeTime(NOW - minutes * 60_000, NOW);

test("[G8] what was just made is now, even when the other's clock is ahead", () => {
  expect(ago(0)).toBe("now");
  expect(ago(0.9)).toBe("now");
  expect(ago(-30)).toBe("now");
});

test("[G8] minutes, hours and days are told as such, and a date after a week", () => {
  expect(ago(5)).toBe("5 min. ago");
  expect(ago(60 * 3)).toBe("3 hr. ago");
  expect(ago(60 * 24)).toBe("yesterday");
  expect(ago(60 * 24 * 30)).toBe("20 Apr 2026");
});
