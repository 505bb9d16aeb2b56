// The words of a passage with those around it, by which it is found again where offsets do not count.

import type { TextRange } from "#domain/article/article-text.ts";
import type { QuotePlace } from "./read-article.ts";

/** How many characters are told before and after a passage. */
const AROUND = 32;

/** No character is cut in two. */
export function quotePlaceOf(text: string, { start, end }: TextRange): QuotePlace {
  const before = [...text.slice(Math.max(0, start - 2 * AROUND), start)];
  const after = [...text.slice(end, end + 2 * AROUND)];
  return {
    exact: text.slice(start, end),
    prefix: before.slice(-AROUND).join(""),
    suffix: after.slice(0, AROUND).join(""),
  };
}
