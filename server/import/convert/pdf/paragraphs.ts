// Lines as paragraphs and headings: told by gaps, indents, sizes, and by lines that end early.

import type { ArticleNode } from "#domain/article/article.ts";
import { cleanWords } from "../clean-words.ts";
import { LineJoiner } from "./hyphens.ts";
import { type Line, median } from "./reading-order.ts";

/** Letters of the text itself are of one size; larger ones by this are those of headings. */
const LARGER = 1.14;

/** Sizes that differ by less than this are the same. */
const SAME_SIZE = 0.08;

/** A gap between lines that is larger than usual by this begins a paragraph. */
const WIDER = 1.3;

/** The longest heading, in UTF-16 units. */
const HEADING_LENGTH = 200;

const BULLET = /^[•◦▪‣●○■□\uf0b7\uf0a7\uf076]\s*/u;

/** The blocks of a text, from its lines as they are read. */
export function blocksOf(lines: readonly Line[]): ArticleNode[] {
  const body = bodySize(lines);
  const usual = usualGap(lines);
  const joiner = new LineJoiner(lines.map(({ text }) => text));
  const paragraphs: Line[][] = [];
  for (const line of lines) {
    const paragraph = paragraphs.at(-1);
    if (paragraph && !begins(line, paragraph, { usual, body })) paragraph.push(line);
    else paragraphs.push([line]);
  }
  const levels = headingSizes(paragraphs, body);
  return gatherLists(
    paragraphs.map((paragraph) => {
      const text = clean(joiner.join(paragraph.map((line) => line.text.trim())));
      const level = levels.indexOf(roundSize(paragraph)) + 1;
      const content = [{ type: "text", text }];
      return level > 0 && isHeading(text, paragraph, body)
        ? { type: "heading", attrs: { level: Math.min(level, 3) }, content }
        : { type: "paragraph", content };
    }),
  );
}

const clean = (text: string): string => cleanWords(text).replace(/\s+/gu, " ").trim();

/** The size that most letters have. */
function bodySize(lines: readonly Line[]): number {
  const letters = new Map<number, number>();
  for (const line of lines) {
    const size = Math.round(line.size * 2) / 2;
    letters.set(size, (letters.get(size) ?? 0) + line.text.length);
  }
  const [most] = [...letters].toSorted(([, one], [, other]) => other - one);
  return most?.[0] ?? 0;
}

/** How far lines of a paragraph are apart, in letter heights. */
function usualGap(lines: readonly Line[]): number {
  const gaps = lines.flatMap((line, index) => {
    const last = lines[index - 1];
    const gap = last && last.flow === line.flow ? (line.y - last.y) / line.size : 0;
    return gap > 0.5 && gap < 3 ? [gap] : [];
  });
  return median(gaps) || 1.2;
}

/**
 * Whether a line begins a paragraph, after the lines of another. Headings may be set in the middle, so
 * that only gaps tell.
 */
function begins(
  line: Line,
  paragraph: readonly Line[],
  { usual, body }: { usual: number; body: number },
): boolean {
  const last = paragraph.at(-1);
  if (last === undefined || BULLET.test(line.text) || !isSameSize(line, last)) return true;
  if (line.flow !== last.flow) return !goesOn(line, last);
  const gap = (line.y - last.y) / line.size;
  if (gap > usual * WIDER || gap < 0) return true;
  return line.size < body * LARGER && (isIndented(line, paragraph) || endsEarly(last, line));
}

const isSameSize = (one: Line, other: Line): boolean =>
  Math.abs(one.size - other.size) <= SAME_SIZE * Math.max(one.size, other.size);

/** Whether a paragraph goes on in the next column or on the next page. */
function goesOn(line: Line, last: Line): boolean {
  const begin = line.text.trim();
  const end = last.text.trim();
  if (/^\p{Ll}/u.test(begin) || /\p{L}[-‐\u00ad]$/u.test(end)) return true;
  const isOver = /[.!?:;…。！？؟][”"»’')\]]*$/u.test(end);
  return !isOver && reachesEdge(last) && line.x - line.left < line.size / 2;
}

const reachesEdge = (line: Line): boolean => line.edge - line.right < 2 * line.size;

/**
 * Whether a line stands in from those of its column, or out, where the one before it did not. Behind an
 * indented first line the others stand out, and behind a bullet they stand in.
 */
function isIndented(line: Line, paragraph: readonly Line[]): boolean {
  const [first, second] = paragraph;
  const last = paragraph.at(-1);
  if (first === undefined || last === undefined) return false;
  if (second === undefined && line.x < first.x) return false;
  if (BULLET.test(first.text) && line.x > first.x) return false;
  const isApart = (x: number) => Math.abs(line.x - x) > 0.8 * line.size;
  return isApart(last.x) && isApart(line.left);
}

/** Whether the next line's first word had had room at the end of this one: then something ended here. */
function endsEarly(line: Line, next: Line): boolean {
  const word = /^\S+/.exec(next.text.trim())?.[0] ?? "";
  const width = ((next.right - next.x) * word.length) / Math.max(next.text.length, 1);
  const isNarrow = line.edge - line.left < 12 * line.size;
  return !isNarrow && line.right + width + 0.8 * line.size < line.edge;
}

const roundSize = ([line]: readonly Line[]): number => Math.round((line?.size ?? 0) * 2) / 2;

/** The sizes of headings, the largest first. */
function headingSizes(paragraphs: readonly Line[][], body: number): number[] {
  const sizes = paragraphs.map(roundSize).filter((size) => size >= body * LARGER);
  return [...new Set(sizes)].toSorted((one, other) => other - one);
}

const isHeading = (text: string, paragraph: readonly Line[], body: number): boolean =>
  text.length <= HEADING_LENGTH &&
  /\p{L}{2}|\p{L}.*\p{L}/u.test(text) &&
  roundSize(paragraph) >= body * LARGER;

/** Paragraphs that begin with a bullet are items of a list. */
function gatherLists(blocks: readonly ArticleNode[]): ArticleNode[] {
  const gathered: ArticleNode[] = [];
  let items: ArticleNode[] = [];
  for (const block of blocks) {
    const text = block.content?.[0]?.text ?? "";
    if (!BULLET.test(text)) {
      items = [];
      gathered.push(block);
      continue;
    }
    if (items.length === 0) gathered.push({ type: "bulletList", content: items });
    const words = text.replace(BULLET, "");
    if (words === "") continue;
    items.push({
      type: "listItem",
      content: [{ type: "paragraph", content: [{ type: "text", text: words }] }],
    });
  }
  return gathered.filter((block) => block.content?.length !== 0);
}
