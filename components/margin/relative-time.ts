// How long ago something was, in words.

import { useSyncExternalStore } from "react";

const STEPS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
];

/**
 * "now", "5 min ago", "yesterday" in the words of a locale; a date after a week. Both in milliseconds
 * since 1970; what a wrong clock puts into the future is "now".
 */
export function relativeTime(then: number, now: number, locale: string): string {
  const past = now - then;
  const words = wordsOf(locale);
  for (const [unit, length] of STEPS) {
    const count = Math.floor(past / length);
    if (unit === "day" && count > 7) {
      return new Date(then).toLocaleDateString(locale, { dateStyle: "medium" });
    }
    if (count >= 1) return words.format(-count, unit);
  }
  return words.format(0, "second");
}

const known = new Map<string, Intl.RelativeTimeFormat>();

function wordsOf(locale: string): Intl.RelativeTimeFormat {
  const words =
    known.get(locale) ?? new Intl.RelativeTimeFormat(locale, { numeric: "auto", style: "short" });
  known.set(locale, words);
  return words;
}

const MINUTE = 60_000;

/** The time in milliseconds since 1970, to the minute. */
export function useMinute(): number {
  return useSyncExternalStore(everyMinute, thisMinute, thisMinute) * MINUTE;
}

// rounded up, so that what was just made lies in the past and reads "now"
const thisMinute = (): number => Math.ceil(Date.now() / MINUTE);

function everyMinute(listener: () => void): () => void {
  const timer = setInterval(listener, MINUTE / 4);
  return () => clearInterval(timer);
}
