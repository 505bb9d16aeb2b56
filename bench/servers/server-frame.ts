// A message as a server frames it, for servers that build a frame once and write it to many.

const BINARY_FRAME = 0x82;
const IN_TWO_BYTES = 126;
const IN_EIGHT_BYTES = 127;

/** The frame with this content. */
export function serverFrame(content: Buffer): Buffer {
  return Buffer.concat([header(content.length), content]);
}

function header(length: number): Buffer {
  if (length < IN_TWO_BYTES) return Buffer.of(BINARY_FRAME, length);
  if (length <= 0xffff) return Buffer.of(BINARY_FRAME, IN_TWO_BYTES, length >> 8, length & 0xff);
  const long = Buffer.alloc(10);
  long.set([BINARY_FRAME, IN_EIGHT_BYTES]);
  long.writeBigUInt64BE(BigInt(length), 2);
  return long;
}
