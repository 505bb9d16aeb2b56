// A zip as it came from outside, such as a DOCX or an EPUB: its list of entries is read once, and what
// an entry holds is inflated when somebody asks, within limits that no header can talk away.

import { crc32, inflateRawSync } from "node:zlib";
import { Unreadable } from "../unreadable.ts";

const MEGABYTE = 1024 * 1024;

/** How much a zip may hold. Bytes are those after inflating, of all entries that were read together. */
export const ARCHIVE_LIMITS = { entries: 2_000, bytes: 100 * MEGABYTE, ratio: 100 } as const;

/** What is smaller than this may shrink as far as it likes: a page of spaces is no bomb. In bytes. */
const SMALL = MEGABYTE;

export type Archive = {
  readonly names: readonly string[];
  /** What an entry holds; null when there is none of this name. Each entry is inflated once. */
  read(name: string): Uint8Array | null;
};

/** Where an entry is, and how it is packed. Sizes and offsets in bytes. */
type Entry = {
  readonly name: string;
  readonly method: number;
  readonly checksum: number;
  readonly packed: number;
  readonly size: number;
  readonly start: number;
};

/**
 * Reads the list of a zip. A broken one, one with names that lead out of it and an encrypted one are
 * `Unreadable`; so is, when it is read, an entry that grows beyond the limits. `most`: bytes of all entries.
 */
export function openArchive(bytes: Uint8Array, most: number = ARCHIVE_LIMITS.bytes): Archive {
  const entries = new Map<string, Entry>();
  for (const entry of listEntries(bytes)) {
    if (entries.has(entry.name)) throw new Unreadable("file-damaged");
    entries.set(entry.name, entry);
  }
  const read = new Map<string, Uint8Array>();
  let left = most;
  return {
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name);
      if (entry === undefined) return null;
      const known = read.get(name);
      if (known !== undefined) return known;
      const content = unpack(bytes, entry, left);
      left -= content.length;
      read.set(name, content);
      return content;
    },
  };
}

const END_RECORD = { signature: 0x06054b50, length: 22, commentLength: 0xffff } as const;
const LISTED = { signature: 0x02014b50, length: 46 } as const;
const LOCAL = { signature: 0x04034b50, length: 30 } as const;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 0b1;

function listEntries(bytes: Uint8Array): Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > ARCHIVE_LIMITS.entries) throw new Unreadable("file-too-long");
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (at + LISTED.length > end || view.getUint32(at, true) !== LISTED.signature) {
      throw new Unreadable("file-damaged");
    }
    const nameLength = view.getUint16(at + 28, true);
    const entry = listedEntry(view, at, nameLength);
    if (!entry.name.endsWith("/")) entries.push(entry);
    at +=
      LISTED.length + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The record that ends a zip stands in front of a comment that may have any length up to 64 KiB. */
function findEnd(view: DataView): number {
  const last = view.byteLength - END_RECORD.length;
  for (let at = last; at >= 0 && at >= last - END_RECORD.commentLength; at--) {
    if (view.getUint32(at, true) === END_RECORD.signature) return at;
  }
  throw new Unreadable("file-damaged");
}

function listedEntry(view: DataView, at: number, nameLength: number): Entry {
  if (view.getUint16(at + 8, true) & ENCRYPTED) throw new Unreadable("file-locked");
  const start = at + LISTED.length;
  if (start + nameLength > view.byteLength) throw new Unreadable("file-damaged");
  const name = new TextDecoder().decode(
    new Uint8Array(view.buffer, view.byteOffset + start, nameLength),
  );
  if (!isInside(name)) throw new Unreadable("file-damaged");
  return {
    name,
    method: view.getUint16(at + 10, true),
    checksum: view.getUint32(at + 16, true),
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    start: view.getUint32(at + 42, true),
  };
}

/** Whether a name stays inside of its archive. */
const isInside = (name: string): boolean =>
  !/[\\\0:]/.test(name) && !name.startsWith("/") && !name.split("/").includes("..");

function unpack(bytes: Uint8Array, entry: Entry, left: number): Uint8Array {
  const packed = packedBytes(bytes, entry);
  const limit = Math.min(left, Math.max(SMALL, packed.length * ARCHIVE_LIMITS.ratio));
  const content = entry.method === STORED ? packed : inflate(packed, entry.method, limit);
  if (content.length > limit) throw new Unreadable("file-too-long");
  if (content.length !== entry.size || crc32(content) !== entry.checksum) {
    throw new Unreadable("file-damaged");
  }
  return content;
}

/** Name and extra field in front of the content may be others than those in the list. */
function packedBytes(bytes: Uint8Array, { start, packed }: Entry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (start + LOCAL.length > bytes.length || view.getUint32(start, true) !== LOCAL.signature) {
    throw new Unreadable("file-damaged");
  }
  const from =
    start + LOCAL.length + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
  if (from + packed > bytes.length) throw new Unreadable("file-damaged");
  return bytes.subarray(from, from + packed);
}

/** Stops as soon as there is more than `limit` bytes, whatever the list says. */
function inflate(packed: Uint8Array, method: number, limit: number): Uint8Array {
  if (method !== DEFLATED || limit === 0) {
    throw new Unreadable(method === DEFLATED ? "file-too-long" : "file-damaged");
  }
  try {
    return inflateRawSync(packed, { maxOutputLength: limit });
  } catch (error) {
    const tooLong = error instanceof RangeError;
    throw new Unreadable(tooLong ? "file-too-long" : "file-damaged");
  }
}
