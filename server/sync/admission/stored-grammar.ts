// What stands in the maps of a layer or of the state, once stored: it was admitted then, so that no
// rule is checked here but that the bytes are whole.

import { type ByteReader, Malformed } from "./byte-reader.ts";
import { type Grammar, readLength } from "./read-update.ts";

const BYTES = { kind: 3, length: 1 } as const;

/** Plain values, bytes and traces of deleted ones. */
export const STORED_GRAMMAR: Grammar = {
  1: (reader) => ({ kind: 1, length: readLength(reader) }),
  3: (reader) => {
    reader.skip(reader.uint());
    return BYTES;
  },
  8: (reader) => {
    const length = reader.uint(reader.left);
    for (let index = 0; index < length; index++) passValue(reader);
    return { kind: 8, length };
  },
};

/** By lib0's type numbers (`writeAny`). */
const PASSES: Readonly<Record<number, (reader: ByteReader) => void>> = {
  116: (reader) => reader.skip(reader.uint()),
  117: (reader) => {
    for (let count = reader.uint(reader.left); count > 0; count--) passValue(reader);
  },
  118: (reader) => {
    for (let count = reader.uint(reader.left); count > 0; count--) {
      reader.skip(reader.uint());
      passValue(reader);
    }
  },
  119: (reader) => reader.skip(reader.uint()),
  120: () => {},
  121: () => {},
  122: (reader) => reader.skip(8),
  123: (reader) => reader.skip(8),
  124: (reader) => reader.skip(4),
  125: (reader) => {
    while (reader.byte() >= 128);
  },
  126: () => {},
  127: () => {},
};

function passValue(reader: ByteReader): void {
  const pass = PASSES[reader.byte()];
  if (!pass) throw new Malformed("kind of value");
  pass(reader);
}
