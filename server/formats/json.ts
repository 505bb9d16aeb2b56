// Files of JSON.

import type { NamedFile } from "./format.ts";
import { textFile, textOf } from "./text-file.ts";

export function jsonFile(name: string, value: unknown): NamedFile {
  return textFile(name, `${JSON.stringify(value, null, 2)}\n`);
}

/** What a file of JSON holds; undefined when it is none. */
export function jsonOf(file: NamedFile): unknown {
  try {
    return JSON.parse(textOf(file));
  } catch {
    return undefined;
  }
}
