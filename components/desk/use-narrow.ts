// Whether the window is too narrow for a margin.

import { useSyncExternalStore } from "react";

/** Below Tailwind's `md`. */
const NARROW = "(max-width: 767.98px)";

export function useNarrow(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(NARROW).matches,
    () => false,
  );
}

function subscribe(listener: () => void): () => void {
  const query = window.matchMedia(NARROW);
  query.addEventListener("change", listener);
  return () => query.removeEventListener("change", listener);
}
