// Decides whether an update may go into its sender's own layer, without building the document.

import { RECORD_BYTES } from "#domain/annotation/annotation-record.ts";
import { ANNOTATIONS, LAYER_ROOTS } from "#domain/annotation/layer-roots.ts";
import { FRAME_BYTES, type Refusal } from "#domain/wire.ts";
import { Malformed } from "./byte-reader.ts";
import type { Ledger } from "./ledger.ts";
import { type Grammar, readLength, readUpdate, type Struct, type Update } from "./read-update.ts";
import {
  type ClientOwner,
  checkRuns,
  checkSections,
  cutKnown,
  followsReferences,
  isEntry,
} from "./references.ts";
import { readValue } from "./values.ts";

/** How many client ids a layer may be written with; each makes every later change a little dearer. */
export const MOST_CLIENTS = 500;

/** A layer holds plain values, bytes and traces of deleted ones: no text, no nested types, no documents. */
const LAYER_GRAMMAR: Grammar = {
  1: (reader) => ({ kind: 1, length: readLength(reader) }),
  3: (reader) => {
    reader.bytes(RECORD_BYTES);
    return { kind: 3, length: 1 };
  },
  8: (reader) => {
    const length = reader.uint(reader.left);
    for (let index = 0; index < length; index++) readValue(reader);
    return { kind: 8, length };
  },
};

/** `bytes` is what to store: the update without what was there before. */
export type Admitted = {
  readonly refusal: null;
  readonly update: Update;
  readonly bytes: Uint8Array;
};

export type Admission = Admitted | { readonly refusal: Refusal };

/** Who sends an update, and what is known of the document it is for. */
export type Sender = {
  readonly user: string;
  readonly ownerOf: ClientOwner;
};

/** Checks an update for a layer. Nothing is changed; the caller enters an admitted one in the ledger. */
export function admitToLayer(bytes: Uint8Array, ledger: Ledger, sender: Sender): Admission {
  if (bytes.length > FRAME_BYTES) return { refusal: "too-big" };
  try {
    return admit(bytes, ledger, sender);
  } catch (error) {
    if (error instanceof Malformed) return { refusal: "malformed" };
    throw error;
  }
}

function admit(bytes: Uint8Array, ledger: Ledger, { user, ownerOf }: Sender): Admission {
  const whole = readUpdate(bytes, LAYER_GRAMMAR);
  checkShape(whole);
  const refusal = checkSections(whole.sections, ledger, user, ownerOf);
  if (refusal !== null) return { refusal };
  const cut = cutKnown(bytes, whole.sections, ledger);
  const update = cut === null ? whole : readUpdate(cut, LAYER_GRAMMAR);
  checkRuns(update);
  if (!followsReferences(update, ledger)) return { refusal: "unknown-reference" };
  if (isByTooMany(update, ledger)) return { refusal: "full" };
  return { refusal: null, update, bytes: cut ?? bytes };
}

function checkShape({ sections }: Update): void {
  for (const { structs } of sections) {
    if (!structs.every(isInLayer)) throw new Malformed("not an entry of a layer");
  }
}

const isInLayer = (struct: Struct): boolean =>
  isEntry(struct) && (typeof struct.parent !== "string" || LAYER_ROOTS.includes(struct.parent));

/** How many annotations an update begins. */
export function annotationsBegunIn({ sections }: Update): number {
  let begun = 0;
  for (const { structs } of sections) {
    for (const { parent } of structs) if (parent === ANNOTATIONS) begun++;
  }
  return begun;
}

/** Whether an update brings a client id that is one too many. */
function isByTooMany({ sections }: Update, ledger: Ledger): boolean {
  const fresh = sections.filter(({ client }) => ledger.clockOf(client) === 0);
  return fresh.length > 0 && ledger.clocks.size + fresh.length > MOST_CLIENTS;
}
