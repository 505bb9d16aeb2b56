// Annotations with their places, in the order in which they are read.

import { type Anchor, resolveAnchor } from "#domain/anchor/anchor.ts";
import { type Annotation, anchorNow } from "#domain/annotation/annotation.ts";
import type { Placed } from "#domain/annotation/annotation-index.ts";
import { type ArticleText, blockAt, type TextRange } from "#domain/article/article-text.ts";
import type { KindId } from "#domain/scheme/scheme.ts";
import type { Sight } from "../access/sight.ts";
import type { LiveArticle } from "../rooms/live-article.ts";
import { inTurns } from "../turns.ts";

/** Where anchors lead in a text; both are other objects once they change. */
const ranges = new WeakMap<ArticleText, WeakMap<Anchor, TextRange | null>>();

/** Where an annotation is; null for an orphan. What was sought in this text before is remembered. */
export function placeOf(text: ArticleText, annotation: Annotation): TextRange | null {
  const anchor = anchorNow(annotation);
  const known = ranges.get(text) ?? new WeakMap<Anchor, TextRange | null>();
  ranges.set(text, known);
  const range = known.get(anchor);
  if (range !== undefined) return range;
  const found = resolveAnchor(text, anchor);
  known.set(anchor, found);
  return found;
}

/** All annotations that somebody sees, in reading order, orphans last. */
export function placedFor(live: LiveArticle, { sees }: Sight): Promise<readonly Placed[]> {
  return inReadingOrder(live.text(), live.annotations(sees));
}

/** All of `annotations` in reading order (start, then the longer first, then id); orphans last. */
export async function inReadingOrder(
  text: ArticleText,
  annotations: readonly Annotation[],
): Promise<readonly Placed[]> {
  const placed = await inTurns(annotations, (annotation) => ({
    ...{ annotation, range: placeOf(text, annotation) },
  }));
  return placed.sort(compare);
}

/** A highlight inside one block: the block, start and end inside it, and the kind. */
export type Highlight = [block: number, start: number, end: number, kind: KindId];

/** The highlights over the first `until` UTF-16 units of the text. */
export function highlightsUntil(
  text: ArticleText,
  placed: readonly Placed[],
  until: number,
): Highlight[] {
  return placed.flatMap(({ annotation, range }) => {
    if (range === null) return [];
    return pieces(text, range.start, Math.min(range.end, until)).map(
      ([block, start, end]): Highlight => [block, start, end, annotation.kind],
    );
  });
}

/** The part of each block that lies between two offsets. */
function pieces(
  text: ArticleText,
  start: number,
  end: number,
): readonly [block: number, start: number, end: number][] {
  const found: [number, number, number][] = [];
  for (let index = Math.max(0, blockAt(text, start)); index < text.blocks.length; index++) {
    const block = text.blocks[index];
    if (!block || block.start >= end) break;
    const from = Math.max(0, start - block.start);
    const to = Math.min(block.text.length, end - block.start);
    if (from < to) found.push([index, from, to]);
  }
  return found;
}

function compare(a: Placed, b: Placed): number {
  if (a.range === null || b.range === null) {
    return Number(a.range === null) - Number(b.range === null) || compareIds(a, b);
  }
  return a.range.start - b.range.start || b.range.end - a.range.end || compareIds(a, b);
}

const compareIds = (a: Placed, b: Placed): number => (a.annotation.id < b.annotation.id ? -1 : 1);
