// Hears which entries of a document's maps a change touched.

import type * as Y from "yjs";

/**
 * Calls `listen` after every transaction that touched one of `maps`, with the touched keys of each.
 * Returns the function that stops it.
 */
export function watchMaps<Name extends string>(
  doc: Y.Doc,
  maps: Readonly<Record<Name, Y.Map<unknown>>>,
  listen: (touched: (name: Name) => readonly string[]) => void,
): () => void {
  const watched: ReadonlySet<unknown> = new Set(Object.values(maps));
  const onTransaction = ({ changed }: Y.Transaction): void => {
    const keys = new Map<unknown, readonly string[]>(
      [...changed].map(([type, names]) => [type, [...names].filter((name) => name !== null)]),
    );
    if ([...keys.keys()].some((type) => watched.has(type))) {
      listen((name) => keys.get(maps[name]) ?? []);
    }
  };
  doc.on("afterTransaction", onTransaction);
  return () => doc.off("afterTransaction", onTransaction);
}
