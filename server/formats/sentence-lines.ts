// An article written sentence by sentence, once for each annotator: where somebody marked nothing, a
// sentence is written and encoded once for all of them.

import type { TextRange } from "#domain/article/article-text.ts";
import type { MarkedText, PlacedAnnotation } from "./marked-article.ts";
import { type Sentence, sentencesOf } from "./tokens.ts";

/** Writes a sentence, by its number from 0, with the annotations that lie over it. */
export type SentenceWriter = (
  sentence: Sentence,
  index: number,
  over: readonly PlacedAnnotation[],
) => string;

export class SentenceLines {
  readonly #sentences: readonly Sentence[];
  readonly #write: SentenceWriter;
  /** All sentences as they are where nothing is marked, and where each begins in these bytes. */
  readonly #unmarked: Uint8Array;
  readonly #starts: readonly number[];

  constructor(article: Pick<MarkedText, "content" | "language">, write: SentenceWriter) {
    this.#sentences = sentencesOf(article);
    this.#write = write;
    const unmarked = this.#sentences.map((sentence, index) => encoded(write(sentence, index, [])));
    this.#starts = startsOf(unmarked);
    this.#unmarked = Buffer.concat(unmarked);
  }

  /** The bytes of all sentences with what one annotator marked, in reading order, behind `head`. */
  markedWith(annotations: readonly PlacedAnnotation[], head = ""): Uint8Array {
    const annotationsOver = sweep(annotations);
    const pieces = [encoded(head)];
    let from = 0;
    for (const [index, sentence] of this.#sentences.entries()) {
      const over = annotationsOver(sentence);
      if (over.length === 0) continue;
      const written = this.#write(sentence, index, over);
      pieces.push(this.#unmarked.subarray(from, this.#starts[index]), encoded(written));
      from = this.#starts[index + 1] ?? 0;
    }
    return Buffer.concat([...pieces, this.#unmarked.subarray(from)]);
  }
}

/** Where each piece begins when they stand one behind the other, and where the last one ends. */
function startsOf(pieces: readonly Uint8Array[]): number[] {
  const starts = [0];
  let length = 0;
  for (const piece of pieces) {
    length += piece.length;
    starts.push(length);
  }
  return starts;
}

const encoded = (text: string): Uint8Array => Buffer.from(text.toWellFormed());

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
