// What will be in a file, and what it will not tell, counted before anybody takes it along.

import { z } from "@hono/zod-openapi";
import { FACETS } from "#domain/format-facets.ts";
import type { WrittenFormat } from "#domain/format-ids.ts";
import { KINDS, type KindId } from "#domain/scheme/scheme.ts";
import { formatOf } from "../formats/formats.ts";
import { type Losses, lossesOf } from "../formats/losses.ts";
import type { MarkedArticle } from "../formats/marked-article.ts";

const countShape = z.int().openapi({ description: "How many annotations." });

export const forecastShape = z
  .object({
    annotations: countShape,
    people: z
      .array(z.object({ id: z.string(), name: z.string().nullable(), annotations: countShape }))
      .openapi({ description: "Who wrote them." }),
    kinds: z
      .array(z.object({ id: z.enum(KINDS), name: z.string(), annotations: countShape }))
      .openapi({ description: "The kinds of the codebook; none where there is no article." }),
    losses: z.partialRecord(z.enum(FACETS), z.int()).openapi({
      description: "How many things the file cannot tell, by what they are.",
    }),
  })
  .openapi("Forecast");

type Forecast = z.infer<typeof forecastShape>;

/** Of all these articles together; they are asked for one after the other. */
export async function forecast(
  articles: AsyncIterable<MarkedArticle> | Iterable<MarkedArticle>,
  format: WrittenFormat,
): Promise<Forecast> {
  const { writer } = await formatOf(format);
  const told = new Count();
  for await (const marked of articles) told.add(marked, writer ? lossesOf(marked, writer) : {});
  return told.whole();
}

class Count {
  readonly #people = new Map<string, Forecast["people"][number]>();
  readonly #kinds = new Map<KindId, Forecast["kinds"][number]>();
  readonly #losses: Forecast["losses"] = {};
  #annotations = 0;

  add({ annotations, scheme }: MarkedArticle, losses: Losses): void {
    this.#annotations += annotations.length;
    for (const { author } of annotations) {
      const known = this.#people.get(author.id)?.annotations ?? 0;
      this.#people.set(author.id, { ...author, annotations: known + 1 });
    }
    for (const { id, name } of scheme.kinds) {
      const known = this.#kinds.get(id)?.annotations ?? 0;
      const more = annotations.filter(({ kind }) => kind === id).length;
      this.#kinds.set(id, { id, name, annotations: known + more });
    }
    for (const facet of FACETS) {
      const count = (this.#losses[facet] ?? 0) + (losses[facet] ?? 0);
      if (count > 0) this.#losses[facet] = count;
    }
  }

  whole(): Forecast {
    return {
      annotations: this.#annotations,
      people: [...this.#people.values()],
      kinds: [...this.#kinds.values()],
      losses: this.#losses,
    };
  }
}
