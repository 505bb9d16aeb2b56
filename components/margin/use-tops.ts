// How far down the article each annotation begins, measured from the page as it stands.

import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import type { Placed } from "#domain/annotation-index.ts";
import type { ArticleGeometry } from "../article/article-view-props.ts";
import { articleOffset } from "./article-element.ts";
import type { Wish } from "./pile.ts";

export type Measured = {
  readonly wishes: readonly Wish[];
  /** The height of the article in CSS pixels. */
  readonly room: number;
};

const NOTHING: Measured = { wishes: [], room: 0 };

type Measuring = {
  readonly placed: readonly Placed[];
  readonly geometry: RefObject<ArticleGeometry | null>;
  /** The element around the article. */
  readonly article: RefObject<HTMLElement | null>;
  /** Counts up whenever lines may have moved. */
  readonly layout: number;
};

/** Annotations without a place in the text are left out; one whose text is not laid out follows the one before. */
export function useTops({ placed, geometry, article, layout }: Measuring): Measured {
  const [measured, setMeasured] = useState(NOTHING);
  const known = useRef({ layout, tops: new Map<number, number | null>() });

  useLayoutEffect(() => {
    if (known.current.layout !== layout) known.current = { layout, tops: new Map() };
    const measure = geometry.current;
    const offset = articleOffset(article);
    const wishes = measure ? wishesOf(placed, measure, known.current.tops) : [];
    setMeasured({
      wishes: wishes.map(({ id, top }) => ({ id, top: top + offset })),
      room: article.current?.offsetHeight ?? 0,
    });
  }, [placed, geometry, article, layout]);

  return measured;
}

/** `tops` remembers what was measured since lines moved last, by the start of the passage. */
function wishesOf(
  placed: readonly Placed[],
  geometry: ArticleGeometry,
  tops: Map<number, number | null>,
): Wish[] {
  let last = 0;
  return placed.flatMap(({ annotation, range }) => {
    if (range === null) return [];
    const top = tops.has(range.start) ? tops.get(range.start) : geometry.topOf(range);
    tops.set(range.start, top ?? null);
    last = top ?? last;
    return [{ id: annotation.id, top: last }];
  });
}
