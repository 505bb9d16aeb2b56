// The stamp that travels inside every operation, so that it is known again in whatever frame it
// arrives: servers may rewrite, merge or concatenate what they pass on.

const MARK = "~op~";
const DIGITS = 8;
const MARK_BYTES = Buffer.from(MARK);

/** The stamp of an operation (a number from 0): 12 letters of ASCII, safe inside JSON. */
export function stampOf(operation: number): string {
  return MARK + String(operation).padStart(DIGITS, "0");
}

/** Calls `found` with the number of each operation whose stamp stands in `message`, in order. */
export function findStamps(message: Buffer, found: (operation: number) => void): void {
  let at = message.indexOf(MARK_BYTES);
  while (at !== -1) {
    const start = at + MARK_BYTES.length;
    found(readDigits(message, start));
    at = message.indexOf(MARK_BYTES, start + DIGITS);
  }
}

function readDigits(message: Buffer, start: number): number {
  let number = 0;
  for (let at = start; at < start + DIGITS; at++) number = number * 10 + (message[at] ?? 0) - 0x30;
  return number;
}

/** Puts another stamp in the place of the first one in `message`, which must have one; returns the message. */
export function restamp(message: Uint8Array, stamp: string): Uint8Array {
  const bytes = Buffer.from(message.buffer, message.byteOffset, message.length);
  bytes.write(stamp, bytes.indexOf(MARK_BYTES), "ascii");
  return message;
}
