// WebSocket frames as bytes: those of a server cut out of its stream, those of a client made.

import { randomBytes } from "node:crypto";

export const BINARY = 2;
export const CLOSE_FRAME = 8;
export const PING = 9;
export const PONG = 10;

const LAST = 0x80;
const MASKED = 0x80;
const MASK_BYTES = 4;

/** Lengths that do not fit into seven bits follow in two bytes, or in eight. */
const IN_TWO_BYTES = 126;
const IN_EIGHT_BYTES = 127;
const HEADER = 2;

/**
 * Cuts the frames out of what a server sends, however it comes in chunks. Servers neither mask nor,
 * unless asked to, divide their messages: one that does is refused with an error.
 */
export class FrameReader {
  #held: Buffer[] = [];
  #size = 0;
  /** How many bytes must be held before there is anything to be found. */
  #wanted = 0;

  /** Calls `found` with each frame that `chunk` completes. Contents are views: copy what is to stay. */
  read(chunk: Buffer, found: (opcode: number, content: Buffer) => void): void {
    this.#held.push(chunk);
    this.#size += chunk.length;
    if (this.#size < this.#wanted) return;
    const bytes = this.#held.length === 1 ? chunk : Buffer.concat(this.#held);
    let at = 0;
    let wanted = frameLength(bytes, at);
    while (at + wanted <= bytes.length) {
      const start = at + headerLength(bytes, at);
      found(opcodeAt(bytes, at), bytes.subarray(start, at + wanted));
      at += wanted;
      wanted = frameLength(bytes, at);
    }
    this.#held = at === bytes.length ? [] : [bytes.subarray(at)];
    this.#size = bytes.length - at;
    this.#wanted = wanted;
  }
}

function opcodeAt(bytes: Buffer, at: number): number {
  const first = bytes[at] ?? 0;
  if ((first & LAST) === 0)
    throw new Error("A server divided a message, which it was not asked to.");
  return first & 0x0f;
}

function headerLength(bytes: Buffer, at: number): number {
  const length = bytes[at + 1] ?? 0;
  return HEADER + (length === IN_EIGHT_BYTES ? 8 : length === IN_TWO_BYTES ? 2 : 0);
}

/** The bytes of the frame that begins here; of its header only, as long as that is not complete. */
function frameLength(bytes: Buffer, at: number): number {
  const held = bytes.length - at;
  if (held < HEADER) return HEADER;
  const header = headerLength(bytes, at);
  if (held < header) return header;
  const length = bytes[at + 1] ?? 0;
  if (length === IN_TWO_BYTES) return header + bytes.readUInt16BE(at + HEADER);
  if (length === IN_EIGHT_BYTES) return header + Number(bytes.readBigUInt64BE(at + HEADER));
  return header + length;
}

/** A frame as a browser sends it: masked, with a mask of its own. */
export function clientFrame(opcode: number, content: Uint8Array): Buffer {
  const header = clientHeader(opcode, content.length);
  const frame = Buffer.allocUnsafe(header.length + MASK_BYTES + content.length);
  frame.set(header);
  const mask = randomBytes(MASK_BYTES);
  frame.set(mask, header.length);
  let at = header.length + MASK_BYTES;
  for (let index = 0; index < content.length; index++) {
    frame[at++] = (content[index] ?? 0) ^ (mask[index & 3] ?? 0);
  }
  return frame;
}

function clientHeader(opcode: number, length: number): Buffer {
  const short = Math.min(length, length > 0xffff ? IN_EIGHT_BYTES : IN_TWO_BYTES);
  const first = Buffer.of(LAST | opcode, MASKED | short);
  if (short < IN_TWO_BYTES) return first;
  const rest = Buffer.alloc(short === IN_TWO_BYTES ? 2 : 8);
  if (short === IN_TWO_BYTES) rest.writeUInt16BE(length);
  else rest.writeBigUInt64BE(BigInt(length));
  return Buffer.concat([first, rest]);
}
