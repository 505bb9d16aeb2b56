// The copy of one's own work that this browser keeps, so that nothing is lost without a connection.

import { IndexeddbPersistence } from "y-indexeddb";
import type * as Y from "yjs";

/** How long a browser may take to open its store before we go on without it, in milliseconds. */
const PATIENCE = 1500;

/** Keeps every update of `doc` under `name`; resolves when what was kept has been read, or can't be. */
export async function keepInBrowser(name: string, doc: Y.Doc): Promise<void> {
  if (typeof indexedDB === "undefined") return;
  const kept = new IndexeddbPersistence(name, doc);
  await Promise.race([kept.whenSynced, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
}
