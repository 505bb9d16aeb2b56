// Brings the single keys to whatever shows one.

import { createContext, use } from "react";
import type { KindId } from "#domain/scheme/scheme.ts";
import { DEFAULT_KEYS, type KeyCommand, type KeyTable, shownKey } from "./key-table.ts";

/** The keys as they are now; the default ones outside of a desk. */
export const Keys = createContext<KeyTable>(DEFAULT_KEYS);

/** The key of a command as `aria-keyshortcuts` has it; undefined when it is switched off. */
export const useKey = (command: KeyCommand): string | undefined => use(Keys)[command] ?? undefined;

/** A hint with the key behind it, as in "Hide marks (H)". */
export function useHint(command: KeyCommand): (hint: string) => string {
  const key = useKey(command);
  return (hint) => (key === undefined ? hint : `${hint} (${shownKey(key)})`);
}

/** The key of a command beside its name, where there is a keyboard; nothing when it is switched off. */
export function KeyHint({ command }: { readonly command: KeyCommand }) {
  const key = useKey(command);
  if (key === undefined) return null;
  return (
    <kbd aria-hidden className="font-sans text-muted text-xs pointer-coarse:hidden">
      {shownKey(key)}
    </kbd>
  );
}

/** The keys of the three kinds as they are shown; null when one of them is switched off. */
export function useKindKeys(): Readonly<Record<KindId, string>> | null {
  const { claim, entity, framing } = use(Keys);
  if (claim === null || entity === null || framing === null) return null;
  return { claim: shownKey(claim), entity: shownKey(entity), framing: shownKey(framing) };
}
