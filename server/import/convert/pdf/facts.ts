// What a PDF says of itself.

import { oneLine } from "../clean-words.ts";

/** Titles that programs write by themselves, and names of files. */
const NOT_A_TITLE =
  /^(?:microsoft (?:word|powerpoint|excel)\b.*|(?:untitled|unbenannt|sans titre|sin título|document|dokument|presentation)\s*\d*|slide \d+|.*\.(?:docx?|odt|rtf|pages|pdf|indd|qxd|tex|dvi|txt|html?|pptx?))$/i;

/** A title as somebody gave it; "" for one that a program made. */
export function titleOf(written: unknown): string {
  const title = lineOf(written);
  return NOT_A_TITLE.test(title) || !/\p{L}/u.test(title) ? "" : title;
}

export const lineOf = (written: unknown): string =>
  typeof written === "string" ? oneLine(written) : "";

/** The day in a PDF's way to write a time, `D:20260131…`, as ISO 8601 has it; null when there is none. */
export function dateOf(written: unknown): string | null {
  const [, year, month, day] = /^(?:D:)?(\d{4})(\d\d)?(\d\d)?/.exec(lineOf(written)) ?? [];
  const date = `${year}-${month ?? "01"}-${day ?? "01"}`;
  return year === undefined || Number.isNaN(Date.parse(date)) ? null : date;
}
