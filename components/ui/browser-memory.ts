// Small choices that this browser remembers from visit to visit.

import { useCallback, useSyncExternalStore } from "react";

const listeners = new Set<() => void>();

/**
 * What was kept under `key`, and the function that keeps something else. It is null when nothing
 * was kept, and undefined on the server, which cannot know.
 */
export function useRemembered(
  key: string,
): readonly [string | null | undefined, (value: string) => void] {
  const value = useSyncExternalStore(
    subscribe,
    () => read(key),
    () => undefined,
  );
  const keep = useCallback((next: string) => write(key, next), [key]);
  return [value, keep];
}

/** Stands in where the browser refuses storage, as private windows may. */
const fallback = new Map<string, string>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key) ?? fallback.get(key) ?? null;
  } catch {
    return fallback.get(key) ?? null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    fallback.set(key, value);
  }
  for (const listener of [...listeners]) listener();
}
