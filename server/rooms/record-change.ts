// Runs a change on one of the server's documents and catches what it wrote.

import * as Y from "yjs";

/** `update` is null when the change wrote nothing. */
type Recorded<T> = { readonly result: T; readonly update: Uint8Array | null };

/** Runs `change` in one transaction. What `change` throws passes through; the document is then unusable. */
export function recordChange<T>(doc: Y.Doc, change: (doc: Y.Doc) => T): Recorded<T> {
  const updates: Uint8Array[] = [];
  const onUpdate = (update: Uint8Array): void => void updates.push(update);
  doc.on("update", onUpdate);
  try {
    const result = doc.transact(() => change(doc));
    return { result, update: updates.length === 0 ? null : Y.mergeUpdates(updates) };
  } finally {
    doc.off("update", onUpdate);
  }
}
