// Files with one JSON value on every line.

import type { z } from "zod";
import { type NamedFile, UnreadableFile } from "./format.ts";
import { textFile, textOf } from "./text-file.ts";

export function linesFile(name: string, values: readonly unknown[]): NamedFile {
  return textFile(name, values.map((value) => `${JSON.stringify(value)}\n`).join(""));
}

/** Whether the first line of the first file is of this shape. */
export function looksLike(shape: z.ZodType, [file]: readonly NamedFile[]): boolean {
  return file !== undefined && shape.safeParse(parsed(firstLine(file))).success;
}

/**
 * Every line that is not blank, as `shape` reads it.
 *
 * @throws {UnreadableFile} For the first line of another shape.
 */
export function linesOf<Shape extends z.ZodType>(
  shape: Shape,
  files: readonly NamedFile[],
): z.infer<Shape>[] {
  const lines = files.flatMap((file) => textOf(file).split(/\r?\n/));
  return lines
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const value = shape.safeParse(parsed(line));
      if (!value.success) throw new UnreadableFile("not-this-format", value.error);
      return value.data;
    });
}

function firstLine(file: NamedFile): string {
  return textOf(file).trimStart().split("\n", 1)[0] ?? "";
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
