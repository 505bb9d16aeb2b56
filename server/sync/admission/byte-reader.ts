// Reads numbers and strings out of bytes from outside. It allocates nothing in proportion to a number that it reads.

import { isUtf8 } from "node:buffer";

/** The bytes are not what they should be. The message says where it was noticed; it holds no content. */
export class Malformed extends Error {}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

export class ByteReader {
  readonly #bytes: Uint8Array;
  #position = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** How many bytes were read. */
  get position(): number {
    return this.#position;
  }

  get left(): number {
    return this.#bytes.length - this.#position;
  }

  byte(): number {
    const byte = this.#bytes[this.#position];
    if (byte === undefined) throw new Malformed("cut short");
    this.#position++;
    return byte;
  }

  skip(length: number): void {
    if (length > this.left) throw new Malformed("cut short");
    this.#position += length;
  }

  /** A variable-length unsigned integer of at most `most`; a form longer than needed is refused. */
  uint(most: number = Number.MAX_SAFE_INTEGER): number {
    let value = 0;
    for (let factor = 1; factor <= 2 ** 49; factor *= 128) {
      const byte = this.byte();
      value += (byte & 127) * factor;
      if (byte < 128) {
        if (byte === 0 && factor > 1) throw new Malformed("number longer than needed");
        if (value > most) throw new Malformed("number too large");
        return value;
      }
    }
    throw new Malformed("number too long");
  }

  /** A view, not a copy. */
  bytes(most: number = Number.MAX_SAFE_INTEGER): Uint8Array {
    const length = this.uint(most);
    const start = this.#position;
    this.skip(length);
    return this.#bytes.subarray(start, this.#position);
  }

  /** The bytes of a string, seen to be UTF-8 without NUL, and not decoded. */
  text(): Uint8Array {
    const bytes = this.bytes();
    if (!isUtf8(bytes)) throw new Malformed("not UTF-8");
    if (bytes.includes(0)) throw new Malformed("NUL in text");
    return bytes;
  }

  /** A short string, decoded. `most` is in bytes. */
  name(most: number): string {
    const bytes = this.bytes(most);
    if (bytes.includes(0) || !isUtf8(bytes)) throw new Malformed("not a name");
    return utf8.decode(bytes);
  }

  float(size: 4 | 8): number {
    const start = this.#position;
    this.skip(size);
    const view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset + start, size);
    return size === 4 ? view.getFloat32(0) : view.getFloat64(0);
  }
}

/** How many UTF-16 code units a well-formed UTF-8 text has. */
export function lengthInUtf16(text: Uint8Array): number {
  let length = 0;
  for (const byte of text) {
    if ((byte & 0xc0) !== 0x80) length += byte >= 0xf0 ? 2 : 1;
  }
  return length;
}
