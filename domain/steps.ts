// Where a step leads in the text: by character, word, sentence or paragraph, as the language cuts it.
// A step looks at one block only, so its cost does not grow with the article.

import { type ArticleText, blockAt, type TextBlock, type TextRange } from "./article-text.ts";

/** A character is what a reader sees as one (a grapheme). */
export const STEPS = ["character", "word", "sentence", "paragraph"] as const;

export type StepUnit = (typeof STEPS)[number];

/** `language` is a BCP 47 tag, or "" when nobody said. */
export type Step = {
  readonly unit: StepUnit;
  readonly by: 1 | -1;
  readonly language: string;
};

/**
 * Where a step from `offset` leads: forwards to the end of the word or sentence, backwards to its
 * beginning; a paragraph is left for the beginning of the next, or of itself and then of the one
 * before. Stays in the article; in an empty one the answer is 0.
 */
export function stepFrom(article: ArticleText, offset: number, step: Step): number {
  const index = blockAt(article, offset);
  const block = article.blocks[index];
  if (!block) return 0;
  const inside = Math.min(Math.max(offset - block.start, 0), block.text.length);
  const next = step.unit === "paragraph" ? null : stepInside(block, inside, step);
  if (next !== null) return block.start + next;
  return leaveBlock(article, index, inside, step);
}

/** The next edge inside a block, or null when the step leads out of it. */
function stepInside(
  { text }: TextBlock,
  inside: number,
  { unit, by, language }: Step,
): number | null {
  const edges = edgesOf(text, unit, language);
  const next =
    by === 1 ? edges.find((edge) => edge > inside) : edges.findLast((edge) => edge < inside);
  return next ?? null;
}

/** The offsets at which steps of a unit end (forwards) or begin (backwards) in a text. */
function edgesOf(text: string, unit: StepUnit, language: string): number[] {
  const granularity = unit === "character" ? "grapheme" : unit === "word" ? "word" : "sentence";
  const segments = [...segmenter(language, granularity).segment(text)];
  const filled = segments.filter(({ isWordLike }) => isWordLike !== false);
  const edges = filled.flatMap(({ index, segment }) => [index, index + segment.trimEnd().length]);
  return [...new Set(edges)].sort((a, b) => a - b);
}

function leaveBlock(
  article: ArticleText,
  index: number,
  inside: number,
  { unit, by }: Step,
): number {
  const here = article.blocks[index];
  const next = article.blocks[index + by];
  if (!here) return 0;
  if (by === 1) return next ? next.start : here.start + here.text.length;
  if (unit === "paragraph" && inside > 0) return here.start;
  if (!next) return here.start;
  return unit === "paragraph" ? next.start : next.start + next.text.length;
}

/** The passage widened to whole words; one that holds no part of a word stays as it is. */
export function wholeWords(article: ArticleText, range: TextRange, language: string): TextRange {
  const words = segmenter(language, "word");
  const first = segmentAt(article, range.start, words);
  const last = segmentAt(article, range.end - 1, words);
  return {
    start: first?.isWordLike ? first.start : range.start,
    end: last?.isWordLike ? last.end : range.end,
  };
}

/** The passage widened to whole characters, which are cut alike in every language. */
export function wholeCharacters(article: ArticleText, range: TextRange): TextRange {
  const characters = segmenter("", "grapheme");
  return {
    start: segmentAt(article, range.start, characters)?.start ?? range.start,
    end: segmentAt(article, range.end - 1, characters)?.end ?? range.end,
  };
}

type Segment = TextRange & { readonly isWordLike: boolean };

/** The segment that holds an offset; null between blocks, and in an empty article. */
function segmentAt(article: ArticleText, offset: number, cutter: Intl.Segmenter): Segment | null {
  const block = article.blocks[blockAt(article, offset)];
  const found = block && cutter.segment(block.text).containing(offset - block.start);
  if (!found) return null;
  const start = block.start + found.index;
  return { start, end: start + found.segment.length, isWordLike: found.isWordLike === true };
}

const segmenters = new Map<string, Intl.Segmenter>();

/** A language that the browser does not know is cut like any other. */
function segmenter(
  language: string,
  granularity: "grapheme" | "word" | "sentence",
): Intl.Segmenter {
  const key = `${granularity} ${language}`;
  const known = segmenters.get(key);
  if (known) return known;
  const locale = language === "" ? undefined : language;
  const made = new Intl.Segmenter(locale, { granularity });
  segmenters.set(key, made);
  return made;
}
