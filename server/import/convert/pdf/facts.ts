// What a PDF says of itself.

import { oneLine } from "../clean-words.ts";

export const lineOf = (written: unknown): string =>
  typeof written === "string" ? oneLine(written) : "";

/** The day in a PDF's way to write a time, `D:20260131…`, as ISO 8601 has it; null when there is none. */
export function dateOf(written: unknown): string | null {
  const [, year, month, day] = /^(?:D:)?(\d{4})(\d\d)?(\d\d)?/.exec(lineOf(written)) ?? [];
  const date = `${year}-${month ?? "01"}-${day ?? "01"}`;
  return year === undefined || Number.isNaN(Date.parse(date)) ? null : date;
}
