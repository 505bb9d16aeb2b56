// Checks a JSON-like value in lib0's encoding without building it.

import { NOTE_LENGTH } from "#domain/annotation/annotation.ts";
import { type ByteReader, lengthInUtf16, Malformed } from "./byte-reader.ts";

/** How deep a value may nest. */
const DEPTH = 8;
/** The longest string where no other is named, in UTF-16 code units: a note. */
const STRING_LENGTH = NOTE_LENGTH;
/** The longest key, in bytes. */
export const KEY_BYTES = 200;

/** Keys that could reach an object's prototype where values are merged carelessly. */
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/** Reads a key of an object or a map. */
export function readKey(reader: ByteReader): string {
  const key = reader.name(KEY_BYTES);
  if (FORBIDDEN_KEYS.has(key)) throw new Malformed("forbidden key");
  return key;
}

type Reading = (reader: ByteReader, longest: number, depth: number) => void;

/** lib0's type numbers (`writeAny`); bytes (116), big integers (122) and `undefined` (127) are left out on purpose. */
const READINGS: Readonly<Record<number, Reading>> = {
  117: (reader, longest, depth) => {
    for (let count = reader.uint(reader.left); count > 0; count--) {
      readValue(reader, longest, depth + 1);
    }
  },
  118: (reader, longest, depth) => {
    for (let count = reader.uint(reader.left); count > 0; count--) {
      readKey(reader);
      readValue(reader, longest, depth + 1);
    }
  },
  119: (reader, longest) => {
    if (lengthInUtf16(reader.text()) > longest) throw new Malformed("string too long");
  },
  120: () => {},
  121: () => {},
  123: (reader) => finite(reader.float(8)),
  124: (reader) => finite(reader.float(4)),
  125: skipInteger,
  126: () => {},
};

/**
 * Reads past one value; throws Malformed for one that may not be stored. `longest` is the length of a
 * string, in UTF-16 code units.
 */
export function readValue(reader: ByteReader, longest = STRING_LENGTH, depth = 1): void {
  if (depth > DEPTH) throw new Malformed("value too deep");
  const reading = READINGS[reader.byte()];
  if (!reading) throw new Malformed("kind of value");
  reading(reader, longest, depth);
}

function finite(value: number): void {
  if (!Number.isFinite(value)) throw new Malformed("not a finite number");
}

/** lib0 writes as an integer only what fits into 31 bits: at most five bytes. */
function skipInteger(reader: ByteReader): void {
  for (let count = 0; count < 5; count++) {
    if (reader.byte() < 128) return;
  }
  throw new Malformed("number too long");
}
