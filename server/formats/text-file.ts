// Files of text, in UTF-8.

import type { NamedFile } from "./format.ts";

export function textFile(name: string, text: string): NamedFile {
  return { name, bytes: new TextEncoder().encode(text.toWellFormed()) };
}

/** The text of a file without its byte order mark; what is no UTF-8 becomes U+FFFD. */
export function textOf({ bytes }: NamedFile): string {
  return new TextDecoder().decode(bytes);
}
