// Undo and redo of what this person did in their own layer.

import type * as Y from "yjs";
import { undoLayer } from "#domain/annotation/layer-roots.ts";
import type { Store } from "./store.ts";

/** Changes by one hand within this time are one step of undo, in milliseconds. */
const UNDO_STEP = 500;

type Possible = { readonly canUndo: Store<boolean>; readonly canRedo: Store<boolean> };

/** Opens the history of a layer, and keeps told what is possible. */
export function openHistory(layer: Y.Doc, { canUndo, canRedo }: Possible): Y.UndoManager {
  const history = undoLayer(layer, UNDO_STEP);
  const refresh = (): void => {
    canUndo.set(history.canUndo());
    canRedo.set(history.canRedo());
  };
  for (const event of ["stack-item-added", "stack-item-popped", "stack-cleared"] as const) {
    history.on(event, refresh);
  }
  return history;
}
