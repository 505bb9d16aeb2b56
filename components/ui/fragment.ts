// The fragment of the address, which browsers never send to a server by themselves.

import { useSyncExternalStore } from "react";

/** Without its "#"; empty when there is none, null before the page came alive. */
export function useFragment(): string | null {
  return useSyncExternalStore(onHashChange, readFragment, () => null);
}

/** Takes the fragment off the address: what it asked for is done, and a reload is not to ask for it again. */
export function dropFragment(): void {
  window.history.replaceState(null, "", window.location.pathname + window.location.search);
  window.dispatchEvent(new HashChangeEvent("hashchange"));
}

/** Puts a fragment on the address: what was typed is there again after a reload, or on the way back. */
export function keepFragment(fragment: string): void {
  window.history.replaceState(null, "", `#${fragment}`);
  window.dispatchEvent(new HashChangeEvent("hashchange"));
}

function onHashChange(listener: () => void): () => void {
  window.addEventListener("hashchange", listener);
  return () => window.removeEventListener("hashchange", listener);
}

const readFragment = (): string => window.location.hash.slice(1);
