// Reads a store of the session in React.

import { useCallback, useSyncExternalStore } from "react";
import type { Readable } from "./store.ts";

/** The store's value, kept up to date. */
export function useReadable<T>(readable: Readable<T>): T {
  const subscribe = useCallback((listener: () => void) => readable.subscribe(listener), [readable]);
  const get = useCallback(() => readable.get(), [readable]);
  return useSyncExternalStore(subscribe, get, get);
}
