// Sentences and tokens of an article, for formats that count in them.

import { blocksOfNodes } from "#domain/article/article-blocks.ts";
import type { TextRange } from "#domain/article/article-text.ts";
import type { MarkedText } from "./marked-article.ts";

/** A sentence with its tokens: what no blank stands in. Offsets are UTF-16 code units in the flat text. */
export type Sentence = TextRange & { readonly tokens: readonly TextRange[] };

/**
 * The sentences in reading order, none across blocks or hard breaks, as the article's language cuts them.
 * Between tokens stand only blanks.
 *
 * @param cuts Offsets at which a token is cut, too: where annotations begin and end.
 */
export function sentencesOf(
  { content, language }: Pick<MarkedText, "content" | "language">,
  cuts: ReadonlySet<number> = new Set(),
): Sentence[] {
  const sentences = segmenter(language, "sentence");
  const words = segmenter(language, "word");
  return blocksOfNodes(content)
    .flatMap(linesOf)
    .flatMap((line) => segmentsOf(sentences, line))
    .map(({ start, text }) => {
      const tokens = segmentsOf(words, { start, text }).flatMap((word) => cutAt(cuts, word));
      return { start, end: tokens.at(-1)?.end ?? start, tokens };
    })
    .filter(({ tokens }) => tokens.length > 0)
    .map((sentence) => ({ ...sentence, start: sentence.tokens[0]?.start ?? sentence.start }));
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

/** The tokens of a word: without blanks, and cut where it is asked for. */
function cutAt(cuts: ReadonlySet<number>, { start, text }: Piece): TextRange[] {
  return [...text.matchAll(/\S+/gu)].flatMap(({ index, 0: token }) => {
    const first = start + index;
    const inside = Array.from({ length: token.length }, (_, unit) => first + unit).filter(
      (offset) => offset > first && cuts.has(offset),
    );
    const edges = [first, ...inside, first + token.length];
    return edges.slice(1).map((end, before) => ({ start: edges[before] ?? first, end }));
  });
}

/** Cuts as a language does; as English does where it is unknown. */
function segmenter(language: string | null, granularity: "sentence" | "word"): Intl.Segmenter {
  return new Intl.Segmenter(language ?? "en", { granularity });
}
