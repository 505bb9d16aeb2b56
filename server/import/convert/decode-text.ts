// Bytes as text, whatever they are written in: what they say themselves, what whoever sent them says,
// UTF-8, and at last a guess.

import { detect } from "chardet";
import { Unreadable } from "../unreadable.ts";

/** How much of a text is looked at to guess what it is written in, in bytes. */
const SAMPLE = 64 * 1024;

/** Decodes a text without its byte order mark. `claimed` is a content type; its charset comes first. */
export function decodeText(bytes: Uint8Array, claimed: string | null): string {
  const text =
    decodeMarked(bytes) ??
    decodeStrictly(bytes, charsetOf(claimed)) ??
    decodeStrictly(bytes, wideCharset(bytes)) ??
    decodeStrictly(bytes, "utf-8") ??
    decodeStrictly(bytes, detect(bytes.subarray(0, SAMPLE))) ??
    new TextDecoder("windows-1252").decode(bytes);
  if (isBinary(text)) throw new Unreadable("file-unknown");
  return text;
}

/** What begins with a byte order mark is what that says, even where letters are broken. */
function decodeMarked(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return new TextDecoder().decode(bytes);
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  return null;
}

/** Null when the charset is none, one that nobody knows, or not that of these bytes. */
function decodeStrictly(bytes: Uint8Array, charset: string | null): string | null {
  if (charset === null) return null;
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

const charsetOf = (claimed: string | null): string | null =>
  /;\s*charset\s*=\s*"?([\w:.-]+)/i.exec(claimed ?? "")?.[1] ?? null;

/** Every other byte of a text in UTF-16 is zero where its script is Latin. */
function wideCharset(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = [0, 0];
  for (const [index, byte] of sample.entries()) {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  }
  const [even = 0, odd = 0] = zeros;
  if (odd > sample.length / 4 && even < odd / 10) return "utf-16le";
  if (even > sample.length / 4 && odd < even / 10) return "utf-16be";
  return null;
}

/** Whether this is no text at all: more than one letter of a hundred controls something. */
function isBinary(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: texts hold none but these
  const controls = sample.match(/[\0-\x08\x0e-\x1a\x1c-\x1f]/g) ?? [];
  return controls.length > sample.length / 100;
}
