import { expect, test } from "vitest";
import { relativeTime } from "./relative-time.ts";

const NOW = Date.UTC(2026, 4, 20, 12);
const ago = (minutes: number, locale = "en-GB"): string =>
  relativeTime(NOW - minutes * 60_000, NOW, locale);

test("[G8] what was just made is now, even when the other's clock is ahead", () => {
  expect(ago(0)).toBe("now");
  expect(ago(0.9)).toBe("now");
  expect(ago(-30)).toBe("now");
});

test("[G8] minutes, hours and days are told as such, and a date after a week", () => {
  expect(ago(5)).toBe("5 min ago");
  expect(ago(60 * 3)).toBe("3 hr ago");
  expect(ago(60 * 24)).toBe("yesterday");
  expect(ago(60 * 24 * 30)).toBe("20 Apr 2026");
});

test("[G8] times and dates are told in the language of the page", () => {
  expect(ago(5, "de")).toBe("vor 5 Min.");
  expect(ago(60 * 24, "fr")).toBe("hier");
  expect(ago(60 * 24 * 30, "es")).toBe("20 abr 2026");
});
