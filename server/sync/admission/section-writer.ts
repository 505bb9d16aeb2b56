// Writes what one client wrote into an update: what stays byte for byte, what is deleted as traces.

import * as encoding from "lib0/encoding";
import { DELETED, type Struct } from "./read-update.ts";

/** Structs that stand one after the other in `bytes` and stay as they are. */
type Kept = { readonly bytes: Uint8Array; readonly from: number; to: number };

/** Deleted values of one entry that follow each other; `first` tells where they stand. */
type Trace = { readonly bytes: Uint8Array; readonly first: Struct; length: number };

export class SectionWriter {
  readonly #client: number;
  readonly #body = encoding.createEncoder();
  #count = 0;
  #kept: Kept | null = null;
  #trace: Trace | null = null;

  constructor(client: number) {
    this.#client = client;
  }

  /** Adds the next struct, as it is in `bytes`. */
  keep(bytes: Uint8Array, { from, to }: Struct): void {
    if (this.#trace !== null) this.#end();
    this.#count++;
    if (this.#kept?.bytes === bytes) this.#kept.to = to;
    else {
      this.#end();
      this.#kept = { bytes, from, to };
    }
  }

  /** Adds the next struct without its content. */
  delete(bytes: Uint8Array, struct: Struct): void {
    const { origin, clock, length } = struct;
    const isNext = origin?.client === this.#client && origin.clock === clock - 1;
    if (this.#trace !== null && isNext) {
      this.#trace.length += length;
    } else {
      this.#end();
      this.#count++;
      this.#trace = { bytes, first: struct, length };
    }
  }

  /** Writes the section, which begins at clock 0. */
  write(encoder: encoding.Encoder): void {
    this.#end();
    encoding.writeVarUint(encoder, this.#count);
    encoding.writeVarUint(encoder, this.#client);
    encoding.writeVarUint(encoder, 0);
    encoding.writeBinaryEncoder(encoder, this.#body);
  }

  #end(): void {
    if (this.#kept !== null) {
      const { bytes, from, to } = this.#kept;
      encoding.writeUint8Array(this.#body, bytes.subarray(from, to));
    }
    if (this.#trace !== null) {
      const { bytes, first, length } = this.#trace;
      encoding.writeUint8(this.#body, (bytes[first.from] ?? 0) - first.kind + DELETED);
      encoding.writeUint8Array(this.#body, bytes.subarray(first.from + 1, first.inside));
      encoding.writeVarUint(this.#body, length);
    }
    this.#kept = null;
    this.#trace = null;
  }
}
