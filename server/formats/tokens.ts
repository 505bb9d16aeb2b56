// Sentences and tokens of an article, for formats that count in them.

import { blocksOfNodes } from "#domain/article/article-blocks.ts";
import type { TextRange } from "#domain/article/article-text.ts";
import type { MarkedText } from "./marked-article.ts";

/** A sentence with its tokens: what no blank stands in. Offsets are UTF-16 code units in the flat text. */
export type Sentence = TextRange & { readonly tokens: readonly TextRange[] };

/**
 * The sentences in reading order, none across blocks or hard breaks, as the article's language cuts them.
 * Between tokens stand only blanks.
 */
export function sentencesOf({
  content,
  language,
}: Pick<MarkedText, "content" | "language">): Sentence[] {
  const sentences = segmenter(language, "sentence");
  const words = segmenter(language, "word");
  return blocksOfNodes(content)
    .flatMap(linesOf)
    .flatMap((line) => segmentsOf(sentences, line))
    .map(({ start, text }) => {
      const tokens = segmentsOf(words, { start, text }).flatMap(tokensOf);
      return { start: tokens[0]?.start ?? start, end: tokens.at(-1)?.end ?? start, tokens };
    })
    .filter(({ tokens }) => tokens.length > 0);
}

/** Tokens in reading order, parted at those offsets that lie inside of one. */
export function cutTokens(tokens: readonly TextRange[], cuts: readonly number[]): TextRange[] {
  const sorted = [...new Set(cuts)].sort((a, b) => a - b);
  let next = 0;
  return tokens.flatMap((token) => {
    while ((sorted[next] ?? Infinity) <= token.start) next++;
    const first = next;
    while ((sorted[next] ?? Infinity) < token.end) next++;
    const edges = [token.start, ...sorted.slice(first, next), token.end];
    return edges.slice(1).map((end, before) => ({ start: edges[before] ?? end, end }));
  });
}

type Piece = { readonly start: number; readonly text: string };

function linesOf({ start, text }: Piece): Piece[] {
  let at = start;
  return text.split("\n").map((line) => {
    const piece = { start: at, text: line };
    at += line.length + 1;
    return piece;
  });
}

function segmentsOf(segmenter: Intl.Segmenter, { start, text }: Piece): Piece[] {
  return [...segmenter.segment(text)].map(({ index, segment }) => ({
    start: start + index,
    text: segment,
  }));
}

/** The tokens of a word: without blanks. */
function tokensOf({ start, text }: Piece): TextRange[] {
  return [...text.matchAll(/\S+/gu)].map(({ index, 0: { length } }) => ({
    start: start + index,
    end: start + index + length,
  }));
}

/** Cuts as a language does; as English does where it is unknown. */
function segmenter(language: string | null, granularity: "sentence" | "word"): Intl.Segmenter {
  return new Intl.Segmenter(language ?? "en", { granularity });
}
