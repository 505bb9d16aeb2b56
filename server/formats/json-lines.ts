// Files with one JSON value on every line, or with all of them in a list.

import type { z } from "zod";
import { type NamedFile, UnreadableFile } from "./format.ts";
import { firstLineOf, textFile, textOf } from "./text-file.ts";

export function linesFile(name: string, values: readonly unknown[]): NamedFile {
  return textFile(name, values.map((value) => `${JSON.stringify(value)}\n`).join(""));
}

/** Whether the first value of the first file that is not empty is of this shape. */
export function looksLike(shape: z.ZodType, files: readonly NamedFile[]): boolean {
  const file = files.find(({ bytes }) => bytes.length > 0);
  if (file === undefined) return false;
  const first = isList(file) ? valuesIn(file)[0] : parsed(firstLineOf(file));
  return shape.safeParse(first).success;
}

/**
 * Every value, as `shape` reads it; blank lines are none.
 *
 * @throws {UnreadableFile} For the first line of another shape.
 */
export function linesOf<Shape extends z.ZodType>(
  shape: Shape,
  files: readonly NamedFile[],
): z.infer<Shape>[] {
  return files.flatMap(valuesIn).map((told) => {
    const value = shape.safeParse(told);
    if (!value.success) throw new UnreadableFile("not-this-format", value.error);
    return value.data;
  });
}

/** Whether a file is one list, or one value over several lines. */
const isList = (file: NamedFile): boolean => /^(?:\[|\{$)/.test(firstLineOf(file).trim());

/** What cannot be parsed is undefined. */
function valuesIn(file: NamedFile): unknown[] {
  const text = textOf(file);
  if (isList(file)) {
    const whole = parsed(text);
    return Array.isArray(whole) ? whole : [whole];
  }
  return text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .map(parsed);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
