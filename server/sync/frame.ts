// Puts a message into a WebSocket frame, once for all who receive it.

/** A whole unmasked binary frame (RFC 6455, 5.2), ready to be written to any number of sockets. */
export const frameOf = (message: Uint8Array): Buffer => framed(message, Buffer.allocUnsafe);

/** The same for a frame that is kept: any other, however small, keeps the 64 KiB alive that it was cut from. */
export const keptFrameOf = (message: Uint8Array): Buffer => framed(message, Buffer.allocUnsafeSlow);

function framed(message: Uint8Array, allocate: (size: number) => Buffer): Buffer {
  const { length } = message;
  const header = length < 126 ? 2 : length < 65536 ? 4 : 10;
  const frame = allocate(header + length);
  frame[0] = 0x82; // final, binary
  if (header === 2) {
    frame[1] = length;
  } else if (header === 4) {
    frame[1] = 126;
    frame.writeUInt16BE(length, 2);
  } else {
    frame[1] = 127;
    frame.writeBigUInt64BE(BigInt(length), 2);
  }
  frame.set(message, header);
  return frame;
}
