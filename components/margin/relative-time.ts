// How long ago something was, in words.

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
  const { ago, date } = formatsOf(locale);
  for (const [unit, length] of STEPS) {
    const count = Math.floor(past / length);
    if (unit === "day" && count > 7) return date.format(then);
    if (count >= 1) return ago.format(-count, unit);
  }
  return ago.format(0, "second");
}

/** Date and time as a person writes them. */
export function exactTime(then: number, locale: string): string {
  return formatsOf(locale).exact.format(then);
}

type Formats = {
  readonly ago: Intl.RelativeTimeFormat;
  readonly date: Intl.DateTimeFormat;
  readonly exact: Intl.DateTimeFormat;
};

const known = new Map<string, Formats>();

/** Making a format takes longer than drawing the card it is for. */
function formatsOf(locale: string): Formats {
  const formats = known.get(locale) ?? {
    ago: new Intl.RelativeTimeFormat(locale, { numeric: "auto", style: "short" }),
    date: new Intl.DateTimeFormat(locale, { dateStyle: "medium" }),
    exact: new Intl.DateTimeFormat(locale, { dateStyle: "short", timeStyle: "medium" }),
  };
  known.set(locale, formats);
  return formats;
}
