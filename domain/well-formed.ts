// What others wrote into a document is used only if it has the shape that we expect.

import type * as z from "zod/mini";

/** The value as `schema` reads it, or null when it is none of its kind. */
export function wellFormed<T extends z.ZodMiniType>(schema: T, value: unknown): z.infer<T> | null {
  if (value === undefined) return null; // the most frequent case, and refusals are slow to make
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : null;
}
