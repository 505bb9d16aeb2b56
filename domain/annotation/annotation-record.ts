// What an annotation begins with, as bytes: one entry of a layer, which never changes;
// server/PROTOCOL.md describes it.

import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import type { Anchor } from "../anchor/anchor.ts";
import { LAST_MOMENT } from "../moment.ts";
import { KINDS, type KindId } from "../scheme/scheme.ts";
import { decodeForm, encodeForm, readAnchor, writeAnchor } from "./anchor-bytes.ts";
import { type Labelling, QUOTE_LENGTH } from "./annotation.ts";

/** The longest record, in bytes: a quote of three bytes a unit, and what stands around it. */
export const RECORD_BYTES = 3 * QUOTE_LENGTH + 1024;

/** What an annotation begins with. */
export type AnnotationRecord = Labelling & {
  readonly anchor: Anchor;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
};

/** The longest id of a label, in UTF-16 code units. */
const LABEL_LENGTH = 64;

/** Kinds go by number; a number is never given to another one. */
const NUMBERS: Readonly<Record<KindId, number>> = { claim: 0, entity: 1, framing: 2 };

export function encodeRecord({ kind, label, createdAt, anchor }: AnnotationRecord): Uint8Array {
  return encodeForm((encoder) => {
    encoding.writeVarUint(encoder, NUMBERS[kind]);
    encoding.writeVarString(encoder, label ?? "");
    encoding.writeVarUint(encoder, createdAt);
    writeAnchor(encoder, anchor);
  });
}

/** Null for whatever is no record of this form. */
export function decodeRecord(value: unknown): AnnotationRecord | null {
  if (!(value instanceof Uint8Array) || value.length > RECORD_BYTES) return null;
  return decodeForm(value, readRecord);
}

function readRecord(decoder: decoding.Decoder): AnnotationRecord | null {
  const number = decoding.readVarUint(decoder);
  const kind = KINDS.find((each) => NUMBERS[each] === number);
  const label = decoding.readVarString(decoder);
  const createdAt = decoding.readVarUint(decoder);
  const anchor = readAnchor(decoder);
  if (kind === undefined || label.length > LABEL_LENGTH) return null;
  if (createdAt > LAST_MOMENT || anchor === null) return null;
  return { kind, label: label || null, createdAt, anchor };
}
