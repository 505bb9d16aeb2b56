// What will be in a file and what it will not tell, as the API counted it, and in words.

import * as z from "zod/mini";
import { FACETS } from "#domain/format-facets.ts";
import { KINDS } from "#domain/scheme/scheme.ts";
import type { Words } from "../words/words.ts";

export const forecastSchema = z.object({
  annotations: z.int(),
  people: z.array(z.object({ id: z.string(), name: z.nullable(z.string()), annotations: z.int() })),
  kinds: z.array(z.object({ id: z.enum(KINDS), name: z.string(), annotations: z.int() })),
  losses: z.partialRecord(z.enum(FACETS), z.int()),
});

export type Forecast = Readonly<z.infer<typeof forecastSchema>>;

/** Everything that is not in the file, each a few words; empty: it is all there. */
export function lossWords(words: Words<"take">, { losses }: Forecast): string[] {
  return FACETS.flatMap((facet) => {
    const count = losses[facet] ?? 0;
    return count > 0 ? [words(`lost-${facet}`, { count })] : [];
  });
}

/** Whether the file tells of anybody who wrote a note. */
export const tellsPeople = ({ annotations, losses }: Forecast): boolean =>
  annotations > (losses.author ?? 0);
