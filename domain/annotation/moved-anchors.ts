// Where passages went when an editor's device made the text under them anew: kept in the state, by
// the reference of the annotation. Only the server writes it, told by that device.

import type * as Y from "yjs";
import * as z from "zod/mini";
import type { Anchor, Ends } from "../anchor/anchor.ts";
import { watchMaps } from "../watch-maps.ts";
import { wellFormed } from "../well-formed.ts";
import { decodeAnchor, encodeAnchor } from "./anchor-bytes.ts";
import type { Annotation } from "./annotation.ts";
import { refTo } from "./annotation-ref.ts";

/** How many moves one request to the server may tell. */
export const MOVES = 200;

/** Reference of an annotation → where it went. */
export const ANCHORS = "anchors";

/** `anchor` as `encodeAnchor` writes it. */
const movedSchema = z.object({ of: z.string(), anchor: z.instanceof(Uint8Array) });

export type MovedAnchor = {
  /** `anchorKey` of the anchor that is replaced: once its author moves the annotation, this is void. */
  readonly of: string;
  readonly anchor: Anchor;
};

/** What tells one anchor of an annotation from another: its ends, as text. */
export const anchorKey = ({ start, end }: Ends): string =>
  `${start.client}.${start.clock}-${end.client}.${end.clock}`;

/** The ends that `anchorKey` wrote; null for anything else. */
export function readAnchorKey(key: string): Ends | null {
  const [a, b, c, d] = ANCHOR_KEY.exec(key)?.slice(1).map(Number) ?? [];
  if (a === undefined || b === undefined || c === undefined || d === undefined) return null;
  return { start: { client: a, clock: b }, end: { client: c, clock: d } };
}

const ANCHOR_KEY = /^(\d{1,15})\.(\d{1,15})-(\d{1,15})\.(\d{1,15})$/;

/** The annotation as it lies now, if `moved` is about the anchor that its author gave it. */
export function asMoved(annotation: Annotation, moved: MovedAnchor | null): Annotation {
  const { movedTo: _, ...authored } = annotation;
  const isMeant = moved !== null && moved.of === anchorKey(annotation.anchor);
  return isMeant ? { ...authored, movedTo: moved.anchor } : authored;
}

export function readMoved(state: Y.Doc, ref: string): MovedAnchor | null {
  const moved = wellFormed(movedSchema, state.getMap(ANCHORS).get(ref));
  const anchor = moved && decodeAnchor(moved.anchor);
  return anchor && { of: moved.of, anchor };
}

/** All that were moved, by reference. */
export function readAllMoved(state: Y.Doc): ReadonlyMap<string, MovedAnchor> {
  const map = state.getMap(ANCHORS);
  return new Map(
    [...map.keys()].flatMap((ref) => {
      const moved = readMoved(state, ref);
      return moved === null ? [] : [[ref, moved] as const];
    }),
  );
}

/** Only the server calls this. */
export function writeMoved(state: Y.Doc, ref: string, { of, anchor }: MovedAnchor): void {
  state.getMap(ANCHORS).set(ref, { of, anchor: encodeAnchor(anchor) });
}

/** Forgets where annotations went that no longer exist. Only the server calls this. */
export function forgetMoved(state: Y.Doc, isGone: (ref: string) => boolean): void {
  const map = state.getMap(ANCHORS);
  for (const ref of [...map.keys()]) if (isGone(ref)) map.delete(ref);
}

/** Calls `listen` after every change with the references of the annotations that were moved. Returns the function that stops it. */
export function watchMoved(state: Y.Doc, listen: (refs: readonly string[]) => void): () => void {
  return watchMaps(state, { anchors: state.getMap(ANCHORS) }, (touched) =>
    listen(touched("anchors")),
  );
}

/** The annotations of layers as they lie now. */
export function allAsMoved(
  annotations: readonly Annotation[],
  moved: ReadonlyMap<string, MovedAnchor>,
): readonly Annotation[] {
  if (moved.size === 0) return annotations;
  return annotations.map((each) => {
    const move = moved.get(refTo(each.author, each.id));
    return move ? asMoved(each, move) : each;
  });
}
