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

/** Bytes from which on sentences make a piece: of smaller ones, packing costs more than it saves. */
const PIECE = 2000;

/** Some sentences in a row: how many, and their bytes where nothing is marked. */
type Stretch = { readonly count: number; readonly unmarked: Uint8Array };

export class SentenceLines {
  readonly #sentences: readonly Sentence[];
  readonly #write: SentenceWriter;
  /** How each sentence is written where nothing is marked. */
  readonly #unmarked: readonly string[];
  readonly #stretches: readonly Stretch[];

  constructor(article: Pick<MarkedText, "content" | "language">, write: SentenceWriter) {
    this.#sentences = sentencesOf(article);
    this.#write = write;
    this.#unmarked = this.#sentences.map((sentence, index) => write(sentence, index, []));
    this.#stretches = stretchesOf(this.#unmarked);
  }

  /**
   * All sentences with what one annotator marked, in reading order, behind `head`: pieces of UTF-8. Where
   * nothing is marked they are the same for every annotator.
   */
  markedWith(annotations: readonly PlacedAnnotation[], head = ""): Uint8Array[] {
    const marked = this.#markedBy(annotations);
    const pieces: Uint8Array[] = [];
    let own = head;
    let from = 0;
    for (const { count, unmarked } of this.#stretches) {
      const indexes = Array.from({ length: count }, (_, nth) => from + nth);
      from += count;
      if (indexes.some((index) => marked.has(index))) {
        own += indexes.map((index) => marked.get(index) ?? this.#unmarked[index]).join("");
      } else {
        if (own !== "") pieces.push(encoded(own));
        own = "";
        pieces.push(unmarked);
      }
    }
    return own === "" ? pieces : [...pieces, encoded(own)];
  }

  /** What an annotator's sentences with something marked in them become, by their number. */
  #markedBy(annotations: readonly PlacedAnnotation[]): ReadonlyMap<number, string> {
    const annotationsOver = sweep(annotations);
    const marked = new Map<number, string>();
    for (const [index, sentence] of this.#sentences.entries()) {
      const over = annotationsOver(sentence);
      if (over.length > 0) marked.set(index, this.#write(sentence, index, over));
    }
    return marked;
  }
}

function stretchesOf(sentences: readonly string[]): Stretch[] {
  const stretches: Stretch[] = [];
  let [count, text] = [0, ""];
  for (const [index, sentence] of sentences.entries()) {
    count++;
    text += sentence;
    if (text.length < PIECE && index < sentences.length - 1) continue;
    stretches.push({ count, unmarked: encoded(text) });
    [count, text] = [0, ""];
  }
  return stretches;
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
