// Whether the window is too narrow for a margin.

import { useSyncExternalStore } from "react";

/** Below Tailwind's `md`. */
const NARROW = "(max-width: 767.98px)";

let known: MediaQueryList | undefined;

/** Made once: each one made costs the browser work, and React asks in every render. */
function narrowQuery(): MediaQueryList {
  known ??= window.matchMedia(NARROW);
  return known;
}

export function useNarrow(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => narrowQuery().matches,
    () => false,
  );
}

function subscribe(listener: () => void): () => void {
  narrowQuery().addEventListener("change", listener);
  return () => narrowQuery().removeEventListener("change", listener);
}
