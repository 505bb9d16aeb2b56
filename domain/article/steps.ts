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
  const first = wordAt(article, range.start, language);
  const last = wordAt(article, range.end - 1, language);
  return { start: first?.start ?? range.start, end: last?.end ?? range.end };
}

/** The word around an offset; null between words, and in an empty article. */
function wordAt(article: ArticleText, offset: number, language: string): TextRange | null {
  const block = article.blocks[blockAt(article, offset)];
  if (!block) return null;
  const found = segmenter(language, "word")
    .segment(block.text)
    .containing(offset - block.start);
  if (!found?.isWordLike) return null;
  const start = block.start + found.index;
  return { start, end: start + found.segment.length };
}

/** The passage widened to whole characters, which are cut alike in every language. */
export function wholeCharacters(article: ArticleText, range: TextRange): TextRange {
  const first = characterAt(article, range.start);
  const last = characterAt(article, range.end - 1);
  return { start: first?.start ?? range.start, end: last?.end ?? range.end };
}

/** How far around an offset a character is sought at first, and its beginning at most, in UTF-16 units. */
const NEAR = 64;
const FAR = 1024;

/** The character that holds an offset; null between blocks, and in an empty article. */
function characterAt(article: ArticleText, offset: number): TextRange | null {
  const block = article.blocks[blockAt(article, offset)];
  if (!block) return null;
  const inside = offset - block.start;
  const from = asciiBefore(block.text, inside - NEAR);
  const until = Math.min(block.text.length, inside + NEAR);
  const near = characterIn(block.text.slice(from, until), inside - from);
  if (!near) return null;
  // only one that ends inside of what was looked at is surely whole
  const isWhole =
    (from === 0 || near.start > 0) && (until === block.text.length || near.end < until - from);
  const found = isWhole
    ? { start: near.start + from, end: near.end + from }
    : characterIn(block.text, inside);
  return found && { start: block.start + found.start, end: block.start + found.end };
}

/** The nearest ASCII letter at `offset` or before, where characters can be counted from; 0 when there is none. */
function asciiBefore(text: string, offset: number): number {
  for (let at = offset; at > Math.max(0, offset - FAR); at--) {
    if (text.charCodeAt(at) < 0x80) return at;
  }
  return 0;
}

function characterIn(text: string, offset: number): TextRange | null {
  const found = segmenter("", "grapheme").segment(text).containing(offset);
  return found ? { start: found.index, end: found.index + found.segment.length } : null;
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
