// Files of text, in UTF-8.

import type { NamedFile } from "./format.ts";

export function textFile(name: string, text: string): NamedFile {
  return { name, bytes: new TextEncoder().encode(text.toWellFormed()) };
}

/** Line ends as line feeds, without a shift of offsets. */
export const oneUnitEach = (text: string): string =>
  text.includes("\r") ? text.replace(/\r\n/g, " \n").replaceAll("\r", "\n") : text;

/** The text of a file without its byte order mark; what is no UTF-8 becomes U+FFFD. */
export function textOf({ bytes }: NamedFile): string {
  return new TextDecoder().decode(bytes);
}
