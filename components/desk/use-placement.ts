// Where the menu of a selection stands: below its end, or above its start, never over it.

import { type RefObject, useLayoutEffect, useState } from "react";
import type { ArticleGeometry, TextSelection } from "../article/article-view-props.ts";
import { articleElement } from "../margin/article-element.ts";

/** The space between the selection and the menu, and between the menu and the window, in CSS pixels. */
const SPACE = 8;

/** The height of the bar at the top of the window, in CSS pixels. */
const BAR = 48;

type Place = { readonly left: number; readonly top: number };

type Placing = {
  readonly at: TextSelection;
  readonly menu: RefObject<HTMLElement | null>;
  readonly geometry: RefObject<ArticleGeometry | null>;
  /** The element around the article. */
  readonly article: RefObject<HTMLElement | null>;
  /** Anything that changes the size of the menu. */
  readonly size: unknown;
};

/** The place in CSS pixels of the page; null until the menu was measured. */
export function usePlacement({ at, menu, geometry, article, size }: Placing): Place | null {
  const [place, setPlace] = useState<Place | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `size` is not read, it says when to measure again
  useLayoutEffect(() => {
    const { offsetWidth, offsetHeight } = menu.current ?? { offsetWidth: 0, offsetHeight: 0 };
    const { left, right, top, bottom } = at.box;
    const room = document.documentElement.clientWidth - offsetWidth - SPACE;
    const middle = (left + right - offsetWidth) / 2;
    const below = bottom + SPACE;
    const start = startOf(at, geometry, article) ?? top;
    const above = start - SPACE - offsetHeight;
    // one that ends on its first line may have been made backwards, with more lines below
    const prefersAbove = top - start < bottom - top;
    const fits = { above: above > BAR, below: below + offsetHeight <= window.innerHeight };
    const goesAbove = fits.above && (prefersAbove || !fits.below);
    setPlace({
      left: window.scrollX + Math.max(SPACE, Math.min(middle, room)),
      top: window.scrollY + (goesAbove ? above : below),
    });
  }, [at, menu, geometry, article, size]);
  return place;
}

/** How far below the top of the window the selection begins, in CSS pixels; null when that isn't known. */
function startOf(
  at: TextSelection,
  geometry: Placing["geometry"],
  article: Placing["article"],
): number | null {
  const top = geometry.current?.topOf(at.range) ?? null;
  const origin = articleElement(article)?.getBoundingClientRect().top;
  return top === null || origin === undefined ? null : origin + top;
}
