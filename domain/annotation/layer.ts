// The annotations that one person made on one article: what is in the layer, and how it changes.

import type * as Y from "yjs";
import * as z from "zod/mini";
import type { Anchor } from "../anchor/anchor.ts";
import { momentSchema } from "../moment.ts";
import { KINDS } from "../scheme/scheme.ts";
import { watchMaps } from "../watch-maps.ts";
import { wellFormed } from "../well-formed.ts";
import { decodeAnchor, encodeAnchor } from "./anchor-bytes.ts";
import { type Annotation, type Labelling, NOTE_LENGTH, type ProposalAnswer } from "./annotation.ts";
import { ANNOTATION_ID_LENGTH, ANNOTATION_ID_PATTERN } from "./annotation-id.ts";
import { decodeRecord, encodeRecord } from "./annotation-record.ts";
import { byHand, fieldsOf, recordsOf } from "./layer-roots.ts";

/** How many attributes an annotation may have, and how long each may be in UTF-16 code units. */
export const ATTRIBUTES = 20;
export const ATTRIBUTE_LENGTH = 2000;

const labelSchema = z.object({ kind: z.enum(KINDS), label: z.nullable(z.string()) });
const noteSchema = z.string().check(z.maxLength(NOTE_LENGTH));
const attributesSchema = z
  .record(z.string(), z.string().check(z.maxLength(ATTRIBUTE_LENGTH)))
  .check(z.refine((attributes) => Object.keys(attributes).length <= ATTRIBUTES));
const answeredSchema = z.record(z.string(), z.object({ at: momentSchema, accepted: z.boolean() }));

/** What a new annotation starts with; its `id` is made by `newAnnotationId`. */
export type NewAnnotation = Labelling & {
  readonly id: string;
  readonly anchor: Anchor;
  readonly note?: string;
  readonly createdAt: number;
};

/** Adds an annotation. Throws RangeError when the id is taken or no id. */
export function addAnnotation(layer: Y.Doc, annotation: NewAnnotation): void {
  const { id, note = "", ...record } = annotation;
  if (!ANNOTATION_ID_PATTERN.test(id) || recordsOf(layer).has(id))
    throw new RangeError(`not a new id: ${id}`);
  byHand(layer, () => {
    recordsOf(layer).set(id, encodeRecord(record));
    if (note !== "") fieldsOf(layer).set(`${id}/note`, note);
  });
}

/** Sets kind and label. Does nothing when the annotation is gone. */
export function relabel(layer: Y.Doc, id: string, { kind, label }: Labelling): void {
  setField(layer, id, "label", { kind, label });
}

/** Sets the note, cut at `NOTE_LENGTH`. Does nothing when the annotation is gone. */
export function setNote(layer: Y.Doc, id: string, note: string): void {
  setField(layer, id, "note", note.slice(0, NOTE_LENGTH));
}

/** Puts the annotation on another passage. Does nothing when the annotation is gone. */
export function moveAnnotation(layer: Y.Doc, id: string, anchor: Anchor): void {
  setField(layer, id, "anchor", encodeAnchor(anchor));
}

/**
 * Sets one attribute, cut at `ATTRIBUTE_LENGTH`; "" takes it away. Does nothing when the annotation
 * is gone, or has as many as it may.
 */
export function setAttribute(layer: Y.Doc, id: string, attribute: string, value: string): void {
  const { [attribute]: _, ...others } =
    wellFormed(attributesSchema, field(layer, id, "attributes")) ?? {};
  const told = value === "" ? others : { ...others, [attribute]: value.slice(0, ATTRIBUTE_LENGTH) };
  if (Object.keys(told).length > ATTRIBUTES) return;
  setField(layer, id, "attributes", told);
}

/** Takes over the labelling that `proposer` proposed. Does nothing when the annotation is gone. */
export function acceptProposal(
  layer: Y.Doc,
  id: string,
  proposer: string,
  { at, ...labelling }: Labelling & { readonly at: number },
): void {
  byHand(layer, () => {
    relabel(layer, id, labelling);
    answerProposal(layer, id, proposer, { at, accepted: true });
  });
}

/** Turns down what `proposer` proposed at this time (milliseconds since 1970). */
export function declineProposal(layer: Y.Doc, id: string, proposer: string, at: number): void {
  answerProposal(layer, id, proposer, { at, accepted: false });
}

/** Notes what became of what `proposer` proposed; the label stays as it is. Does nothing when the annotation is gone. */
export function answerProposal(
  layer: Y.Doc,
  id: string,
  proposer: string,
  answer: ProposalAnswer,
): void {
  const others = wellFormed(answeredSchema, field(layer, id, "answered")) ?? {};
  setField(layer, id, "answered", { ...others, [proposer]: answer });
}

/** Deletes an annotation with all its fields. Does nothing when it is gone. */
export function removeAnnotation(layer: Y.Doc, id: string): void {
  if (!recordsOf(layer).has(id)) return;
  byHand(layer, () => {
    recordsOf(layer).delete(id);
    for (const name of FIELD_NAMES) fieldsOf(layer).delete(`${id}/${name}`);
  });
}

/** Reads one annotation; null when it is not there or not well formed (a layer is written by its owner's browser). */
export function readAnnotation(layer: Y.Doc, author: string, id: string): Annotation | null {
  if (!ANNOTATION_ID_PATTERN.test(id)) return null;
  const record = decodeRecord(recordsOf(layer).get(id));
  return (
    record && {
      id,
      author,
      ...record,
      ...wellFormed(labelSchema, field(layer, id, "label")),
      note: wellFormed(noteSchema, field(layer, id, "note")) ?? "",
      attributes: wellFormed(attributesSchema, field(layer, id, "attributes")) ?? {},
      answered: wellFormed(answeredSchema, field(layer, id, "answered")) ?? {},
      anchor: movedAnchor(layer, id) ?? record.anchor,
    }
  );
}

function movedAnchor(layer: Y.Doc, id: string): Anchor | null {
  const bytes = field(layer, id, "anchor");
  return bytes instanceof Uint8Array ? decodeAnchor(bytes) : null;
}

/** Reads all well-formed annotations of a layer, in no particular order. */
export function readLayer(layer: Y.Doc, author: string): Annotation[] {
  return [...recordsOf(layer).keys()]
    .map((id) => readAnnotation(layer, author, id))
    .filter((each) => each !== null);
}

/**
 * Calls `listen` after every change of the layer with the ids of the annotations that appeared,
 * changed or went. Returns the function that stops it.
 */
export function watchLayer(layer: Y.Doc, listen: (ids: ReadonlySet<string>) => void): () => void {
  const maps = { records: recordsOf(layer), fields: fieldsOf(layer) };
  return watchMaps(layer, maps, (touched) => {
    const keys = [...touched("records"), ...touched("fields")];
    listen(new Set(keys.map((key) => key.slice(0, ANNOTATION_ID_LENGTH))));
  });
}

const FIELD_NAMES = ["label", "note", "anchor", "attributes", "answered"] as const;

type FieldName = (typeof FIELD_NAMES)[number];

const field = (layer: Y.Doc, id: string, name: FieldName): unknown =>
  fieldsOf(layer).get(`${id}/${name}`);

function setField(layer: Y.Doc, id: string, name: FieldName, value: unknown): void {
  if (!recordsOf(layer).has(id)) return;
  byHand(layer, () => fieldsOf(layer).set(`${id}/${name}`, value));
}
