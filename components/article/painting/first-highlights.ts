// Which runs of highlights the server sends with the page.

import { runsOf } from "#domain/annotation/runs.ts";
import type { ArticleNode } from "#domain/article/article.ts";
import { blocksOfNodes } from "#domain/article/article-blocks.ts";
import type { KindId } from "#domain/scheme/scheme.ts";
import type { InlineRun } from "./inline-highlights.ts";

/** A highlight as the server tells it: offsets in the flat text, UTF-16 code units. */
export type FirstHighlight = {
  readonly kind: KindId;
  readonly start: number;
  readonly end: number;
};

/** How many letters of the text a large screen may show at first. */
const FIRST_SCREEN = 10_000;

/** The runs of the first screen; few, however many annotations there are, since those over the same letters are merged. */
export function firstRuns(
  nodes: readonly ArticleNode[],
  highlights: readonly FirstHighlight[],
): InlineRun[] {
  const shown = highlights.filter(({ start }) => start < FIRST_SCREEN);
  return blocksOfNodes(nodes).flatMap(({ start, text }, block) => {
    if (start >= FIRST_SCREEN) return [];
    const pieces = shown.map((each) => ({
      kind: each.kind,
      start: Math.max(0, each.start - start),
      end: Math.min(text.length, each.end - start),
    }));
    return runsOf(pieces).map((run) => ({ ...run, block }));
  });
}
