// The article element inside the element that stands around it: the tools for editing stand above it.

import type { RefObject } from "react";

/** The element from whose top the tops of passages count; null while nothing is on the page. */
export function articleElement(around: RefObject<HTMLElement | null>): HTMLElement | null {
  return around.current?.querySelector<HTMLElement>(".article") ?? null;
}
