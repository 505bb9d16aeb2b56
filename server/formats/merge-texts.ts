// Several documents about one text, as files hold them that keep one for each annotator: one article.

import { type ReadArticle, readArticle } from "./read-article.ts";

/** Documents of the same text become one, in the order in which texts appear. */
export function mergeTexts(documents: readonly ReadArticle[]): ReadArticle[] {
  return [...Map.groupBy(documents, ({ text }) => text).values()].map((same) =>
    readArticle({
      ...same[0],
      annotations: same.flatMap(({ annotations }) => annotations),
      leftOut: sumOf(same.map(({ leftOut }) => leftOut)),
    }),
  );
}

type Counts = ReadArticle["leftOut"];

function sumOf(all: readonly Counts[]): Counts {
  const sum: Record<string, number> = {};
  for (const [what, count] of all.flatMap((counts) => Object.entries(counts))) {
    sum[what] = (sum[what] ?? 0) + count;
  }
  return sum;
}
