// The letters of what is brought in, without those that no article should hold.

import { LINE_LENGTH } from "#domain/article/bounds.ts";

/** Controls other than tab and line feed, soft hyphens, byte order marks, and what stands for an object. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken away
const UNWANTED = /[\0-\x08\x0b-\x1f\x7f-\x9f\u00ad\ufeff\ufff9-\ufffc]/g;

/** Letters that turn the direction of a line around: in a name they can make it read as another. */
const TURNING = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** The same words, fit to be stored; each way to end a line is one line feed. Direction and joiners stay. */
export function cleanWords(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .replace(UNWANTED, "");
}

/** A title, name or address as one line, at most 500 UTF-16 units long; "" when there is nothing. */
export function oneLine(text: string | null | undefined): string {
  const line = cleanWords(text ?? "")
    .replace(TURNING, "")
    .replace(/\s+/gu, " ")
    .trim();
  return line.slice(0, LINE_LENGTH).toWellFormed().trim();
}
