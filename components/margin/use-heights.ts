// How tall the cards are: watched while they are on the page, remembered when they are not.

import { useCallback, useEffect, useState } from "react";

type Heights = ReadonlyMap<string, number>;

/** The heights measured so far, in CSS pixels by key, and the ref for an element that carries `data-slot`. */
export function useHeights(): readonly [
  Heights,
  (element: HTMLElement | null) => (() => void) | undefined,
] {
  const [heights, setHeights] = useState<Heights>(new Map());
  const [observer, setObserver] = useState<ResizeObserver | null>(null);

  useEffect(() => {
    const watching = new ResizeObserver((entries) => setHeights((known) => noted(known, entries)));
    setObserver(watching);
    return () => watching.disconnect();
  }, []);

  const watch = useCallback(
    (element: HTMLElement | null) => {
      if (!element || !observer) return;
      observer.observe(element);
      return () => observer.unobserve(element);
    },
    [observer],
  );
  return [heights, watch];
}

function noted(known: Heights, entries: readonly ResizeObserverEntry[]): Heights {
  const next = new Map(known);
  for (const { target, borderBoxSize } of entries) {
    const key = target instanceof HTMLElement ? target.dataset.slot : undefined;
    const height = borderBoxSize[0]?.blockSize;
    if (key !== undefined && height !== undefined && height > 0) next.set(key, height);
  }
  return next;
}
