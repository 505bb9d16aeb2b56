// Entries of a zip that come in one go: Node packs them, and sums them up, several times as fast as fflate.

import { constants, crc32, deflateRawSync } from "node:zlib";
import type { Zip, ZipInputFile } from "fflate";
import type { NamedFile } from "../formats/format.ts";

/** Packs four times as fast as zlib's own choice; what comes is a tenth larger. */
const LEVEL = 1;

/** What a zip calls deflated. */
const DEFLATED = 8;

/** What ends a deflated entry whose pieces were all flushed: a last block with nothing in it. */
const END = Uint8Array.of(0b11, 0);

/** Packed pieces can stand one behind the other when none looks back into the one before. */
const AS_PIECE = {
  ...{ level: LEVEL, finishFlush: constants.Z_FULL_FLUSH },
  // for a few KB, there is no need to prepare memory for more
  ...{ windowBits: 12, memLevel: 5 },
};

export class Packer {
  /** Pieces that were packed before, in any of the files. */
  readonly #packed = new WeakMap<Uint8Array, Uint8Array>();

  /** Adds a file to a zip, which tells of it at once. */
  addTo(zip: Zip, name: string, file: NamedFile): void {
    const pieces = file.pieces ?? [file.bytes];
    const entry: ZipInputFile = {
      filename: name,
      size: pieces.reduce((sum, { length }) => sum + length, 0),
      crc: pieces.reduce((sum, piece) => crc32(piece, sum), 0),
      compression: DEFLATED,
    };
    zip.add(entry);
    entry.ondata?.(null, this.#pack(pieces), true);
  }

  #pack(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
    const [first, ...others] = pieces;
    if (first !== undefined && others.length === 0) return deflateRawSync(first, { level: LEVEL });
    return Buffer.concat([...pieces.map((piece) => this.#packPiece(piece)), END]);
  }

  #packPiece(piece: Uint8Array): Uint8Array {
    const known = this.#packed.get(piece);
    if (known) return known;
    const packed = deflateRawSync(piece, AS_PIECE);
    this.#packed.set(piece, packed);
    return packed;
  }
}
