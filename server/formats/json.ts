// Files of JSON.

import type { NamedFile } from "./format.ts";
import { textFile, textOf } from "./text-file.ts";

export function jsonFile(name: string, value: unknown): NamedFile {
  return textFile(name, `${JSON.stringify(value, null, 2)}\n`);
}

/** With what a list or an object begins; a byte order mark may stand before it. */
const BEGINNINGS: ReadonlySet<number | undefined> = new Set([0x5b, 0x7b, 0xef]);

const BLANK = 0x20;

/** The list or the object that a file of JSON holds; undefined when it holds none. Another file is not read to its end. */
export function jsonOf(file: NamedFile): unknown {
  if (!BEGINNINGS.has(file.bytes.find((byte) => byte > BLANK))) return undefined;
  try {
    return JSON.parse(textOf(file));
  } catch {
    return undefined;
  }
}
