// Reads stored updates: gathered as bytes, or as the document that they build.

import * as Y from "yjs";
import { Unreadable } from "../store/update-log.ts";
import { type Gathered, gather } from "../sync/admission/gather.ts";

/** Stored updates that cannot be read, or that lack something they build on. */
class Unloadable extends Unreadable {}

/** As `gather`; throws Unloadable. */
export function gatherAll(updates: readonly Uint8Array[]): Gathered {
  try {
    return gather(updates);
  } catch (error) {
    throw new Unloadable("a stored update cannot be gathered", { cause: error });
  }
}

/** Applies updates to `doc`, all in one transaction. Throws Unloadable; the document is then unusable. */
export function applyAll(doc: Y.Doc, updates: readonly Uint8Array[]): void {
  try {
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update);
    });
  } catch (error) {
    throw new Unloadable("a stored update cannot be applied", { cause: error });
  }
  if (isWaiting(doc)) throw new Unloadable("a stored update lacks what it builds on");
}

/** Whether a document keeps updates back because something before them is missing. */
export function isWaiting({ store }: Y.Doc): boolean {
  return store.pendingStructs !== null || store.pendingDs !== null;
}
