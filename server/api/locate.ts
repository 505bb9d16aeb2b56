// From what a request names, offsets or words, to a passage of the text.

import type { ArticleText, TextRange } from "#domain/article-text.ts";
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

/**
 * The one passage with these words and neighbours; any white space stands for any other. Ends the
 * request with 422 when there is none, or more than one.
 */
export function locateQuote({ text }: ArticleText, quote: WantedQuote): TextRange {
  const pattern = new RegExp(
    `(?<=${literal(quote.prefix ?? "")})${literal(quote.exact)}(?=${literal(quote.suffix ?? "")})`,
    "g",
  );
  const first = pattern.exec(text);
  if (first === null) throw new Problem(422, "The quoted words are not in the text like this.");
  pattern.lastIndex = first.index + 1;
  if (pattern.test(text)) {
    throw new Problem(
      422,
      "The quoted words are in the text more than once. Add a prefix or a suffix.",
    );
  }
  return { start: first.index, end: first.index + first[0].length };
}

function literal(words: string): string {
  return words
    .split(/\s+/u)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"))
    .join("\\s+");
}
