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
    () => recall(key),
    () => undefined,
  );
  return [value, useCallback((next: string) => keep(key, next), [key])];
}

/** Stands in where the browser refuses storage, as private windows may. */
const fallback = new Map<string, string>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What was kept under `key`; null when there is nothing. */
export function recall(key: string): string | null {
  try {
    return localStorage.getItem(key) ?? fallback.get(key) ?? null;
  } catch {
    return fallback.get(key) ?? null;
  }
}

/** Keeps something under `key`, or nothing any more. */
export function keep(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    if (value === null) fallback.delete(key);
    else fallback.set(key, value);
  }
  for (const listener of [...listeners]) listener();
}
