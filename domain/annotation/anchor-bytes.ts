// Anchors as bytes, in records of layers and in the state; server/PROTOCOL.md describes them.

import * as decoding from "lib0/decoding";
import * as encoding from "lib0/encoding";
import { decodeUtf8, encodeUtf8 } from "lib0/string";
import type { Anchor, Ends, Letter } from "../anchor/anchor.ts";
import { NEIGHBOURS } from "../anchor/quote.ts";
import { QUOTE_LENGTH } from "./annotation.ts";

/** What everything that is written in this form begins with. Another number is another form, which we can't read. */
const FORM = 1;

/** The bytes that `write` writes, behind the number of their form. */
export function encodeForm(write: (encoder: encoding.Encoder) => void): Uint8Array {
  return encoding.encode((encoder) => {
    encoding.writeVarUint(encoder, FORM);
    write(encoder);
  });
}

/** What `read` makes of bytes in this form; null for another form, and where it throws: bytes come from anybody. */
export function decodeForm<T>(
  bytes: Uint8Array,
  read: (decoder: decoding.Decoder) => T | null,
): T | null {
  try {
    const decoder = decoding.createDecoder(bytes);
    return decoding.readVarUint(decoder) === FORM ? read(decoder) : null;
  } catch {
    return null;
  }
}

export const encodeAnchor = (anchor: Anchor): Uint8Array =>
  encodeForm((encoder) => writeAnchor(encoder, anchor));

/** Null for whatever is no anchor of this form. */
export const decodeAnchor = (bytes: Uint8Array): Anchor | null => decodeForm(bytes, readAnchor);

/** Writes an anchor, which has to come last: its words end where the bytes end. */
export function writeAnchor(encoder: encoding.Encoder, anchor: Anchor): void {
  writeEnds(encoder, anchor);
  const { quote, prefix, suffix } = anchor;
  encoding.writeVarUint(encoder, prefix.length);
  encoding.writeVarUint(encoder, suffix.length);
  encoding.writeUint8Array(encoder, encodeUtf8(prefix + quote + suffix));
}

/** Reads an anchor to the end of the bytes; null, or an error, for whatever is none. */
export function readAnchor(decoder: decoding.Decoder): Anchor | null {
  const ends = readEnds(decoder);
  const before = decoding.readVarUint(decoder);
  const behind = decoding.readVarUint(decoder);
  const words = decodeUtf8(decoder.arr.subarray(decoder.pos));
  const until = words.length - behind;
  if (before > NEIGHBOURS || behind > NEIGHBOURS) return null;
  if (until <= before || until - before > QUOTE_LENGTH) return null;
  const quote = words.slice(before, until);
  // a cut inside a character leaves halves on both sides of it
  if (!quote.isWellFormed() || words.includes("\0")) return null;
  return { ...ends, quote, prefix: words.slice(0, before), suffix: words.slice(until) };
}

/**
 * Both letters are mostly of one client, the last one later: then a distance, plus one, stands for it.
 * Zero announces any other letter.
 */
function writeEnds(encoder: encoding.Encoder, { start, end }: Ends): void {
  writeLetter(encoder, start);
  const distance = end.client === start.client ? end.clock - start.clock : -1;
  encoding.writeVarUint(encoder, Math.max(0, distance + 1));
  if (distance < 0) writeLetter(encoder, end);
}

function readEnds(decoder: decoding.Decoder): Ends {
  const start = readLetter(decoder);
  const step = decoding.readVarUint(decoder);
  if (step === 0) return { start, end: readLetter(decoder) };
  return { start, end: { client: start.client, clock: start.clock + step - 1 } };
}

function writeLetter(encoder: encoding.Encoder, { client, clock }: Letter): void {
  encoding.writeVarUint(encoder, client);
  encoding.writeVarUint(encoder, clock);
}

const readLetter = (decoder: decoding.Decoder): Letter => ({
  client: decoding.readVarUint(decoder),
  clock: decoding.readVarUint(decoder),
});
