// From what a request names, offsets or words, to a passage of the text.

import { placesOf } from "#domain/anchor/quote.ts";
import type { ArticleText, TextRange } from "#domain/article/article-text.ts";
import { type Letters, wordsOf } from "#domain/article/letters.ts";
import { Problem } from "./problem.ts";

/** Words with what stands before and behind them. */
export type WantedQuote = {
  readonly exact: string;
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
};

/** The passage between two offsets. Ends the request with 422 when there is none. */
export function locateOffsets({ text }: ArticleText, range: TextRange): TextRange {
  if (range.start >= range.end)
    throw new Problem(422, "The passage is empty: end must be behind start.");
  if (range.end > text.length) {
    throw new Problem(
      422,
      `The passage ends behind the text, which has ${text.length} UTF-16 units.`,
    );
  }
  return range;
}

/** What a quote is sought in: the words of a text. */
const sought = new WeakMap<ArticleText, Letters>();

/**
 * The one passage with these words and neighbours; any white space stands for any other. Ends the
 * request with 422 when there is none, or more than one.
 */
export function locateQuote(
  article: ArticleText,
  { exact, prefix = "", suffix = "" }: WantedQuote,
): TextRange {
  const words = sought.get(article) ?? wordsOf(article.text);
  sought.set(article, words);
  const lead = spaced(prefix).length;
  const length = spaced(prefix + exact).length;
  const [place, another] = placesOf(words.text, spaced(prefix + exact + suffix));
  if (place === undefined) {
    throw new Problem(422, "The quoted words are not in the text like this.");
  }
  if (another !== undefined) {
    throw new Problem(
      422,
      "The quoted words are in the text more than once. Add a prefix or a suffix.",
    );
  }
  return { start: words.toOffset(place + lead), end: words.toOffset(place + length - 1) + 1 };
}

const spaced = (words: string): string => words.replace(/\s+/g, " ");
