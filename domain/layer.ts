// All that one person wrote on one article: a Y.Doc of two flat maps. This file alone knows its keys.

import * as Y from "yjs";
import * as z from "zod/mini";
import type { Anchor } from "./anchor.ts";
import { type Annotation, NOTE_LENGTH } from "./annotation.ts";
import { ID_LENGTH, ID_PATTERN } from "./id.ts";
import { KINDS, type KindId } from "./scheme.ts";

/** id → what never changes. */
const ANNOTATIONS = "annotations";
/** `id/field` → what its author may change. */
const FIELDS = "fields";

/** The only root types that a layer may hold. */
export const LAYER_ROOTS: readonly string[] = [ANNOTATIONS, FIELDS];

/** The origin of transactions made by a hand on this device: what undo takes back. */
const BY_HAND = "by hand";

const anchorSchema = z.object({
  start: z.instanceof(Uint8Array),
  end: z.instanceof(Uint8Array),
  quote: z.string(),
  prefix: z.string(),
  suffix: z.string(),
});
const recordSchema = z.object({ anchor: anchorSchema, createdAt: z.number() });
const labelSchema = z.object({ kind: z.enum(KINDS), label: z.nullable(z.string()) });
const noteSchema = z.string().check(z.maxLength(NOTE_LENGTH));

/** Kind and label, which are changed together. `label` is null while none is chosen. */
export type Labelling = { readonly kind: KindId; readonly label: string | null };

/** What a new annotation starts with; its `id` is made by `newId`. */
export type NewAnnotation = Labelling & {
  readonly id: string;
  readonly anchor: Anchor;
  readonly note?: string;
  readonly createdAt: number;
};

/** Adds an annotation. Throws RangeError when the id is taken or no id. */
export function addAnnotation(layer: Y.Doc, annotation: NewAnnotation): void {
  const { id, anchor, createdAt, kind, label, note = "" } = annotation;
  if (!ID_PATTERN.test(id) || records(layer).has(id)) throw new RangeError(`not a new id: ${id}`);
  layer.transact(() => {
    records(layer).set(id, { anchor, createdAt });
    fields(layer).set(`${id}/label`, { kind, label });
    if (note !== "") fields(layer).set(`${id}/note`, note);
  }, BY_HAND);
}

/** Sets kind and label. Does nothing when the annotation is gone. */
export function relabel(layer: Y.Doc, id: string, { kind, label }: Labelling): void {
  if (!records(layer).has(id)) return;
  layer.transact(() => fields(layer).set(`${id}/label`, { kind, label }), BY_HAND);
}

/** Sets the note, cut at `NOTE_LENGTH`. Does nothing when the annotation is gone. */
export function setNote(layer: Y.Doc, id: string, note: string): void {
  if (!records(layer).has(id)) return;
  layer.transact(() => fields(layer).set(`${id}/note`, note.slice(0, NOTE_LENGTH)), BY_HAND);
}

/** Deletes an annotation with all its fields. Does nothing when it is gone. */
export function removeAnnotation(layer: Y.Doc, id: string): void {
  if (!records(layer).has(id)) return;
  layer.transact(() => {
    records(layer).delete(id);
    for (const key of [...fields(layer).keys()]) {
      if (key.startsWith(`${id}/`)) fields(layer).delete(key);
    }
  }, BY_HAND);
}

/** Reads one annotation; null when it is not there or not well formed (a layer is written by its owner's browser). */
export function readAnnotation(layer: Y.Doc, author: string, id: string): Annotation | null {
  const record = recordSchema.safeParse(records(layer).get(id));
  const labelling = labelSchema.safeParse(fields(layer).get(`${id}/label`));
  if (!record.success || !labelling.success) return null;
  const note = noteSchema.safeParse(fields(layer).get(`${id}/note`));
  return { id, author, ...record.data, ...labelling.data, note: note.success ? note.data : "" };
}

/** Reads all well-formed annotations of a layer, in no particular order. */
export function readLayer(layer: Y.Doc, author: string): Annotation[] {
  return [...records(layer).keys()]
    .map((id) => readAnnotation(layer, author, id))
    .filter((each) => each !== null);
}

/**
 * Calls `listen` after every change of the layer with the ids of the annotations that appeared,
 * changed or went. Returns the function that stops it.
 */
export function watchLayer(layer: Y.Doc, listen: (ids: ReadonlySet<string>) => void): () => void {
  // named before the first update arrives: Yjs reports changes of a root that nobody named as another type
  const maps: ReadonlySet<unknown> = new Set([records(layer), fields(layer)]);
  const onTransaction = ({ changed }: Y.Transaction): void => {
    const keys = [...changed].flatMap(([type, names]) => (maps.has(type) ? [...names] : []));
    const ids = new Set(keys.filter((key) => key !== null).map((key) => key.slice(0, ID_LENGTH)));
    if (ids.size > 0) listen(ids);
  };
  layer.on("afterTransaction", onTransaction);
  return () => layer.off("afterTransaction", onTransaction);
}

/** An undo manager for what was done by hand in this layer. `captureTimeout` is in milliseconds. */
export function undoLayer(layer: Y.Doc, captureTimeout: number): Y.UndoManager {
  return new Y.UndoManager([records(layer), fields(layer)], {
    trackedOrigins: new Set([BY_HAND]),
    captureTimeout,
  });
}

const records = (layer: Y.Doc): Y.Map<unknown> => layer.getMap(ANNOTATIONS);
const fields = (layer: Y.Doc): Y.Map<unknown> => layer.getMap(FIELDS);
