// What the updates of a layer or of the state hold together, read from their bytes: no document is built.

import * as encoding from "lib0/encoding";
import { annotationsBegunIn } from "./admit-layer.ts";
import { Malformed } from "./byte-reader.ts";
import { Ledger } from "./ledger.ts";
import {
  DELETED,
  type Id,
  type Range,
  readUpdate,
  type Struct,
  type Update,
} from "./read-update.ts";
import { cutKnown, isEntry } from "./references.ts";
import { SectionWriter } from "./section-writer.ts";
import { STORED_GRAMMAR } from "./stored-grammar.ts";

export type Gathered = {
  /** It lacks what Yjs deletes by itself: of two values that were set at the same time, the one that lost. */
  readonly ledger: Ledger;
  /** How many annotations were begun, the deleted ones among them. */
  readonly begun: number;
  /** Everything as one update: the only one as it came, several without the content of what is deleted. */
  readonly update: Uint8Array;
};

/** An update without what was known before it, and its bytes. */
type Fresh = Update & { readonly bytes: Uint8Array };

/** What one update brings of one client. */
type Piece = { readonly bytes: Uint8Array; readonly structs: readonly Struct[] };

/** Gathers updates in the order in which they were stored. Throws Malformed; costs what they are long. */
export function gather(updates: readonly Uint8Array[]): Gathered {
  const ledger = new Ledger();
  const pieces = new Map<number, Piece[]>();
  let begun = 0;
  for (const stored of updates) {
    const fresh = readFresh(stored, ledger);
    ledger.enter(fresh);
    if (!isSound(fresh, ledger)) throw new Malformed("lacks what it builds on");
    begun += annotationsBegunIn(fresh);
    for (const { client, structs } of fresh.sections) {
      const piece = { bytes: fresh.bytes, structs };
      const known = pieces.get(client);
      if (known) known.push(piece);
      else pieces.set(client, [piece]);
    }
  }
  const [only] = updates.length === 1 ? updates : [];
  return { ledger, begun, update: only ?? encode(pieces, ledger) };
}

function readFresh(stored: Uint8Array, ledger: Ledger): Fresh {
  const whole = read(stored);
  if (whole.sections.some(({ client, clock }) => clock > ledger.clockOf(client))) {
    throw new Malformed("a gap");
  }
  const cut = cutKnown(stored, whole.sections, ledger);
  return cut === null ? { ...whole, bytes: stored } : { ...read(cut), bytes: cut };
}

const read = (bytes: Uint8Array): Update =>
  readUpdate(bytes, STORED_GRAMMAR, Number.POSITIVE_INFINITY);

/** Whether all structs are entries of maps, and all that is named exists. */
function isSound({ sections, deletes }: Update, ledger: Ledger): boolean {
  const exists = ({ client, clock }: Id): boolean => clock < ledger.clockOf(client);
  const isIn = (struct: Struct): boolean =>
    isEntry(struct) && (struct.origin === null || exists(struct.origin));
  return (
    sections.every(({ structs }) => structs.every(isIn)) &&
    [...deletes].every(([client, ranges]) =>
      ranges.every(({ end }) => exists({ client, clock: end - 1 })),
    )
  );
}

function encode(pieces: ReadonlyMap<number, readonly Piece[]>, ledger: Ledger): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, pieces.size);
    for (const [client, section] of pieces) {
      const writer = new SectionWriter(client);
      const isGone = among(ledger.deletes.get(client)?.all() ?? []);
      for (const piece of section) writePiece(writer, piece, isGone);
      writer.write(encoder);
    }
    writeDeletes(encoder, ledger);
  });
}

function writePiece(
  writer: SectionWriter,
  { bytes, structs }: Piece,
  isGone: (struct: Struct) => boolean,
): void {
  for (const struct of structs) {
    if (struct.kind >= DELETED && isGone(struct)) writer.delete(bytes, struct);
    else writer.keep(bytes, struct);
  }
}

/** Whether a struct lies in one of these ranges. To be asked of one after the other, in their order. */
function among(ranges: readonly Range[]): (struct: Struct) => boolean {
  let next = 0;
  return ({ clock, length }) => {
    while ((ranges[next]?.end ?? Number.POSITIVE_INFINITY) <= clock) next++;
    const range = ranges[next];
    return range !== undefined && range.clock <= clock && range.end >= clock + length;
  };
}

function writeDeletes(encoder: encoding.Encoder, { deletes }: Ledger): void {
  encoding.writeVarUint(encoder, deletes.size);
  for (const [client, ranges] of deletes) {
    const all = ranges.all();
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, all.length);
    for (const { clock, end } of all) {
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarUint(encoder, end - clock);
    }
  }
}
