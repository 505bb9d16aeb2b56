// The day on which a space forgets its guests.

const DAY = 24 * 60 * 60_000;

/**
 * As milliseconds since 1970, where the space ends on `endsOn` (YYYY-MM-DD) and keeps guests so many days;
 * null where either is not set.
 */
export function forgettingDay(endsOn: string | null, days: number | null): number | null {
  const end = endsOn === null ? Number.NaN : Date.parse(endsOn);
  return days === null || Number.isNaN(end) ? null : end + days * DAY;
}
