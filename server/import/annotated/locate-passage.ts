// Where the passage of a file is in a text: by its offsets where both count in the same text, else by its words.

import { searchQuote } from "#domain/anchor/quote.ts";
import type { ArticleText, TextRange } from "#domain/article/article-text.ts";
import { quotePlaceOf } from "../../formats/quote-place.ts";
import type { QuotePlace } from "../../formats/read-article.ts";
import type { AnnotatedPassage } from "./annotated.ts";

/** The passage in `target`; null when its words are not there. `source` is the text that the file tells, or null. */
export function locatePassage(
  passage: Pick<AnnotatedPassage, "range" | "quote">,
  source: string | null,
  target: Pick<ArticleText, "text" | "letters">,
): TextRange | null {
  const { range } = passage;
  if (range !== null && source === target.text) return range;
  const words = wordsOf(passage, source);
  if (words === null) return null;
  const { exact, prefix, suffix } = words;
  if (range !== null && target.text.slice(range.start, range.end) === exact) return range;
  const quote = { quote: exact, prefix, suffix };
  return searchQuote(target.letters, quote, range?.start ?? null)?.range ?? null;
}

/** The words of a passage; null when nothing tells them. */
export function wordsOf(
  { range, quote }: Pick<AnnotatedPassage, "range" | "quote">,
  source: string | null,
): QuotePlace | null {
  return range !== null && source !== null ? quotePlaceOf(source, range) : quote;
}
