// Files of text, in UTF-8.

import type { NamedFile } from "./format.ts";

export function textFile(name: string, text: string): NamedFile {
  return { name, bytes: new TextEncoder().encode(text.toWellFormed()) };
}

/** A file that is made each time it is asked for, of pieces: many large ones are never in memory together. */
export const lateFile = (name: string, make: () => readonly Uint8Array[]): NamedFile => ({
  name,
  get bytes() {
    return Buffer.concat(make());
  },
  get pieces() {
    return make();
  },
});

/** Line ends as line feeds, without a shift of offsets. */
export const oneUnitEach = (text: string): string =>
  text.includes("\r") ? text.replace(/\r\n/g, " \n").replaceAll("\r", "\n") : text;

/** The text of a file without its byte order mark; what is no UTF-8 becomes U+FFFD. */
export function textOf({ bytes }: NamedFile): string {
  return new TextDecoder().decode(bytes);
}

const BLANK = 0x20;
const LINE_FEED = 0x0a;

/** The first line that is not blank, without a look at the others; "" when there is none. */
export function firstLineOf({ name, bytes }: NamedFile): string {
  const start = bytes.findIndex((byte) => byte > BLANK);
  if (start === -1) return "";
  const end = bytes.indexOf(LINE_FEED, start);
  return textOf({ name, bytes: bytes.subarray(start, end === -1 ? bytes.length : end) });
}

/** How much of a file is looked at to tell what it is, in bytes. */
const BEGINNING = 64 * 1024;

/** The first letters of a file. */
export const beginningOf = ({ name, bytes }: NamedFile): string =>
  textOf({ name, bytes: bytes.subarray(0, BEGINNING) });
