// How a layer is laid out: flat maps of plain values, each entry written by its owner alone. Every
// entry carries the name of its map, so these are short.

import * as Y from "yjs";

/** Annotation id → what it began with, in bytes (`annotation-record.ts`). */
export const ANNOTATIONS = "a";
/** `id/field` → what the author of an annotation may change. */
const FIELDS = "f";
/** Reply id → a reply to anybody's annotation. */
export const REPLIES = "r";
/** Reference to anybody's annotation → how its owner voted on it. */
export const VOTES = "v";
/** Reference to somebody else's annotation → another labelling for it. */
export const PROPOSALS = "p";

/** The only root types that a layer may hold. */
export const LAYER_ROOTS: readonly string[] = [ANNOTATIONS, FIELDS, REPLIES, VOTES, PROPOSALS];

export const recordsOf = (layer: Y.Doc): Y.Map<unknown> => layer.getMap(ANNOTATIONS);
export const fieldsOf = (layer: Y.Doc): Y.Map<unknown> => layer.getMap(FIELDS);
export const repliesOf = (layer: Y.Doc): Y.Map<unknown> => layer.getMap(REPLIES);
export const votesOf = (layer: Y.Doc): Y.Map<unknown> => layer.getMap(VOTES);
export const proposalsOf = (layer: Y.Doc): Y.Map<unknown> => layer.getMap(PROPOSALS);

/** The origin of transactions made by a hand on this device: what undo takes back. */
const BY_HAND = "by hand";

/** Runs `change` as one act of a hand: one transaction, one step of undo. */
export function byHand<Result>(layer: Y.Doc, change: () => Result): Result {
  return layer.transact(change, BY_HAND);
}

/** An undo manager for what was done by hand in this layer. `captureTimeout` is in milliseconds. */
export function undoLayer(layer: Y.Doc, captureTimeout: number): Y.UndoManager {
  const roots = LAYER_ROOTS.map((root) => layer.getMap(root));
  return new Y.UndoManager(roots, { trackedOrigins: new Set([BY_HAND]), captureTimeout });
}
