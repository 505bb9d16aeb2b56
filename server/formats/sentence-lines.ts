// An article written sentence by sentence, once for each annotator: where somebody marked nothing, a
// sentence is written once for all of them.

import type { TextRange } from "#domain/article/article-text.ts";
import type { MarkedText, PlacedAnnotation } from "./marked-article.ts";
import { cutTokens, type Sentence, sentencesOf } from "./tokens.ts";

/** Writes a sentence, by its number from 0; its tokens are cut where those annotations begin and end that lie over it. */
export type SentenceWriter = (
  sentence: Sentence,
  index: number,
  over: readonly PlacedAnnotation[],
) => string;

export class SentenceLines {
  readonly #sentences: readonly Sentence[];
  readonly #write: SentenceWriter;
  readonly #unmarked: readonly string[];

  constructor(article: Pick<MarkedText, "content" | "language">, write: SentenceWriter) {
    this.#sentences = sentencesOf(article);
    this.#write = write;
    this.#unmarked = this.#sentences.map((sentence, index) => write(sentence, index, []));
  }

  /** All sentences with what one annotator marked, in reading order. */
  markedWith(annotations: readonly PlacedAnnotation[]): string[] {
    const annotationsOver = sweep(annotations);
    return this.#sentences.map((sentence, index) => {
      const over = annotationsOver(sentence);
      if (over.length === 0) return this.#unmarked[index] ?? "";
      const cuts = over.flatMap(({ start, end }) => [start, end]);
      const tokens = cutTokens(sentence.tokens, cuts);
      return this.#write({ ...sentence, tokens }, index, over);
    });
  }
}

/** Tells of one range after the other which annotations lie over it; both come in reading order. */
export function sweep(
  annotations: readonly PlacedAnnotation[],
): (range: TextRange) => readonly PlacedAnnotation[] {
  let next = 0;
  let open: readonly PlacedAnnotation[] = [];
  return ({ start, end }) => {
    const first = next;
    while ((annotations[next]?.start ?? Infinity) < end) next++;
    const met = next > first ? [...open, ...annotations.slice(first, next)] : open;
    open = met.filter((annotation) => annotation.end > start);
    return open;
  };
}
