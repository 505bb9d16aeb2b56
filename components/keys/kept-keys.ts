// The single keys that a person changed, kept in this browser.

import { useCallback, useMemo } from "react";
import * as z from "zod/mini";
import { keep, useRemembered } from "../ui/browser-memory.ts";
import { DEFAULT_KEYS, KEY_COMMANDS, type KeyTable } from "./key-table.ts";

const changesSchema = z.partialRecord(
  z.enum(KEY_COMMANDS),
  z.nullable(z.string().check(z.regex(/^[\x21-\x2f\x3a-\x40\x5b-\x7e]$/))),
);

/** Reads what `changesOf` wrote; the default keys when that cannot be, or when a key would do two things. */
export function readKeys(text: string | null): KeyTable {
  const changes = changesSchema.safeParse(parsed(text));
  if (!changes.success) return DEFAULT_KEYS;
  const keys = { ...DEFAULT_KEYS, ...changes.data };
  const given = Object.values(keys).filter((key) => key !== null);
  return new Set(given).size === given.length ? keys : DEFAULT_KEYS;
}

/** What differs from the default keys, as JSON text; null when nothing does. */
export function changesOf(keys: KeyTable): string | null {
  const changed = KEY_COMMANDS.filter((command) => keys[command] !== DEFAULT_KEYS[command]);
  if (changed.length === 0) return null;
  return JSON.stringify(Object.fromEntries(changed.map((command) => [command, keys[command]])));
}

/** The keys of a person in this browser, and the function that changes them. */
export function useKeptKeys(person: string): readonly [KeyTable, (keys: KeyTable) => void] {
  const name = `postil.keys.${person}`;
  const [kept] = useRemembered(name);
  const keys = useMemo(() => readKeys(kept ?? null), [kept]);
  return [keys, useCallback((next: KeyTable) => keep(name, changesOf(next)), [name])];
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
