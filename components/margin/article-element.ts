// The article element inside the element that stands around it: the tools for editing stand above it.

import type { RefObject } from "react";

/** The element from whose top the tops of passages count; null while nothing is on the page. */
export function articleElement(around: RefObject<HTMLElement | null>): HTMLElement | null {
  return around.current?.querySelector("article") ?? null;
}

/** How far the article begins below the top of the element around it, in CSS pixels. */
export function articleOffset(around: RefObject<HTMLElement | null>): number {
  const inside = articleElement(around)?.getBoundingClientRect().top;
  const outside = around.current?.getBoundingClientRect().top;
  return inside === undefined || outside === undefined ? 0 : inside - outside;
}
