// The token in an address's fragment, which browsers never send to a server by themselves.

import { useSyncExternalStore } from "react";

/** The token; empty when there is none, null before the page came alive. */
export function useFragment(): string | null {
  return useSyncExternalStore(onHashChange, readToken, () => null);
}

function onHashChange(listener: () => void): () => void {
  window.addEventListener("hashchange", listener);
  return () => window.removeEventListener("hashchange", listener);
}

/** "#token=abc" and "#abc" are both understood. */
function readToken(): string {
  const fragment = window.location.hash.slice(1);
  return new URLSearchParams(fragment).get("token") ?? fragment;
}
