// What became of annotations when an article got a new text.

import {
  type Anchor,
  heldEnds,
  holdsQuote,
  rangeOf,
  resolveAnchor,
} from "#domain/anchor/anchor.ts";
import { type Annotation, anchorNow } from "#domain/annotation/annotation.ts";
import { type ArticleText, type TextRange, textBetween } from "#domain/article/article-text.ts";

/**
 * `kept`: on the same letters as before. `moved`: on the same words in another place, or on words
 * that were changed. `lost`: its words are gone, now an orphan.
 */
export type Outcome = "kept" | "moved" | "lost";

export type Carried = {
  readonly annotation: Annotation;
  readonly outcome: Outcome;
  /** The words it lay on, and those it lies on now; null for lost ones. */
  readonly before: string;
  readonly after: string | null;
};

/** One text, and where annotations lie in it. */
export type Reading = {
  readonly text: ArticleText;
  readonly ranges: ReadonlyMap<Annotation, TextRange | null>;
};

/** Finds the place of every annotation in a text. */
export function readPlaces(text: ArticleText, annotations: readonly Annotation[]): Reading {
  const ranges = annotations.map(
    (annotation) => [annotation, resolveAnchor(text, anchorNow(annotation))] as const,
  );
  return { text, ranges: new Map(ranges) };
}

/** What became of each annotation that had its words before. */
export function carriedOver(before: Reading, after: Reading): Carried[] {
  return [...before.ranges].flatMap(([annotation, range]): Carried[] => {
    if (range === null) return [];
    const was = textBetween(before.text, range);
    const now = after.ranges.get(annotation) ?? null;
    const is = now && textBetween(after.text, now);
    return [
      {
        annotation,
        outcome: outcomeOf(anchorNow(annotation), after.text, was, is),
        before: was,
        after: is,
      },
    ];
  });
}

function outcomeOf(anchor: Anchor, text: ArticleText, was: string, is: string | null): Outcome {
  if (is === null) return "lost";
  const held = rangeOf(text, heldEnds(text, anchor));
  const isHeld =
    held !== null && (holdsQuote(text, held, anchor) || textBetween(text, held) === was);
  return isHeld && is === was ? "kept" : "moved";
}
