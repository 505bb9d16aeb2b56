// The sentences of WebAnno TSV. The files of several annotators tell the same ones again and again: one that
// nobody marked is read once for all of them.

import type { TextRange } from "#domain/article/article-text.ts";
import { UnreadableFile } from "./format.ts";
import { oneUnitEach } from "./text-file.ts";

/** A token with what stands in its columns. */
export type Row = TextRange & { readonly words: string; readonly cells: readonly string[] };

/** `marked` are those of its tokens in whose columns something stands. */
export type Sentence = {
  readonly start: number;
  readonly text: string;
  readonly marked: readonly Row[];
};

const TEXT = "#Text=";
const LINE_FEED = 0x0a;

export class TsvSentences {
  /** What was read before, by its bytes, each as a letter. */
  readonly #unmarked = new Map<string, Sentence>();

  /**
   * The lines above the first sentence of a file, and all its sentences.
   *
   * @throws {UnreadableFile}
   */
  of(file: Uint8Array): { readonly head: readonly string[]; readonly sentences: Sentence[] } {
    const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
    const starts = startsIn(bytes);
    const head = new TextDecoder().decode(bytes.subarray(0, starts[0])).split(/\r?\n/);
    if (starts.length === 0 || head.some(isRow)) throw new UnreadableFile("no-text");
    const sentences = starts.map((start, index) =>
      this.#read(bytes.subarray(start, starts[index + 1])),
    );
    return { head, sentences };
  }

  #read(bytes: Buffer): Sentence {
    const key = bytes.toString("latin1");
    const known = this.#unmarked.get(key);
    if (known) return known;
    const sentence = sentenceOf(bytes.toString("utf8").split(/\r?\n/));
    if (sentence.marked.length === 0) this.#unmarked.set(key, sentence);
    return sentence;
  }
}

/** Where each sentence begins, in bytes. Its text may have several lines. */
function startsIn(bytes: Buffer): number[] {
  const starts: number[] = [];
  let goesOn = -1;
  for (let at = bytes.indexOf(`\n${TEXT}`); at !== -1; at = bytes.indexOf(`\n${TEXT}`, at + 1)) {
    if (at !== goesOn) starts.push(at + 1);
    goesOn = bytes.indexOf(LINE_FEED, at + 1);
  }
  return starts;
}

const isRow = (line: string): boolean => line !== "" && !line.startsWith("#");

function sentenceOf(lines: readonly string[]): Sentence {
  const told = lines.filter((line) => line.startsWith(TEXT)).map((line) => line.slice(TEXT.length));
  const text = oneUnitEach(unescaped(told.join("\n")));
  const rows = lines.filter(isRow).map(rowOf);
  const [first] = rows;
  const start = (first?.start ?? 0) - text.indexOf(first?.words ?? "");
  const isThere = ({ start: at, words }: Row): boolean => text.startsWith(words, at - start);
  if (!first || !rows.every(isThere)) throw new UnreadableFile("offsets-wrong", text.slice(0, 40));
  return { start, text, marked: rows.filter(({ cells }) => cells.some(isFilled)) };
}

const isFilled = (cell: string): boolean => cell !== "_" && cell !== "";

function rowOf(line: string): Row {
  const [number = "", place = "", words = "", ...cells] = line.split("\t");
  const [, first, last] = /^(\d+)-(\d+)$/.exec(place) ?? [];
  if (!/^\d+-\d+(?:\.\d+)?$/.test(number) || last === undefined) {
    throw new UnreadableFile("not-this-format", line.slice(0, 40));
  }
  const token = oneUnitEach(unescaped(words));
  const [start, end] = [Number(first), Number(last)];
  if (end - start !== token.length) throw new UnreadableFile("offsets-wrong", line.slice(0, 40));
  return { start, end, words: token, cells };
}

const LETTERS: Readonly<Record<string, string>> = {
  ...{ n: "\n", t: "\t", r: "\r", b: "\b", f: "\f" },
};

/** Without the signs that escape others. Up to version 3.1, letters beyond ASCII are written as in Java. */
export function unescaped(text: string): string {
  if (!text.includes("\\")) return text;
  return text.replace(/\\(?:u+([0-9A-Fa-f]{4})|(.))/gs, (_, code?: string, sign = "") =>
    code === undefined ? (LETTERS[sign] ?? sign) : String.fromCharCode(Number.parseInt(code, 16)),
  );
}
