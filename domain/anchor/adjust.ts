// Moves one end of a passage step by step.

import { type ArticleText, type TextRange, textBetween } from "../article/article-text.ts";
import { type Step, stepFrom } from "../article/steps.ts";

/** What a moved end may stop at: by word a letter, a digit or half of a rare one, else whatever is no blank. */
const STOPS = { word: /[\p{L}\p{N}\p{M}\p{Cs}]/u, other: /\S/ } as const;

/**
 * The passage with one end moved by a step. Blanks at that end are skipped, and by word all signs, so
 * that each step takes in or leaves out something that can be seen. Null when the end can't go further: the passage keeps
 * at least one character, and stays in the article.
 */
export function movedEdge(
  article: ArticleText,
  range: TextRange,
  { edge, ...step }: Step & { readonly edge: "start" | "end" },
): TextRange | null {
  const stop = STOPS[step.unit === "word" ? "word" : "other"];
  for (let at = range[edge]; ; ) {
    const next = stepFrom(article, at, step);
    if (next === at) return null;
    at = next;
    const moved = { ...range, [edge]: at };
    if (moved.start >= moved.end) return null;
    if (stop.test(outermost(article, moved, edge))) return moved;
  }
}

/** The outermost UTF-16 code unit at an end of a passage. */
function outermost(article: ArticleText, { start, end }: TextRange, edge: "start" | "end"): string {
  return textBetween(
    article,
    edge === "start" ? { start, end: start + 1 } : { start: end - 1, end },
  );
}
