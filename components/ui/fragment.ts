// The fragment of the address, which browsers never send to a server by themselves.

import { useSyncExternalStore } from "react";

/** Without its "#"; empty when there is none, null before the page came alive. */
export function useFragment(): string | null {
  return useSyncExternalStore(onHashChange, readFragment, () => null);
}

function onHashChange(listener: () => void): () => void {
  window.addEventListener("hashchange", listener);
  return () => window.removeEventListener("hashchange", listener);
}

const readFragment = (): string => window.location.hash.slice(1);
