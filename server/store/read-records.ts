// Reads what a room holds on disk, and tells from where on it cannot be trusted.

import type { StatementSync } from "node:sqlite";
import { crc32 } from "node:zlib";
import type { StoredRecord } from "./update-log.ts";

/** Gives the statement for some SQL. */
export type Prepare = (sql: string) => StatementSync;

/** A room as the file knows it. */
export type NumberedRoom = { readonly name: string; readonly number: number };

export type Sound = {
  readonly records: readonly StoredRecord[];
  /** The first seq that is missing or damaged; null when all that follows `after` is sound. */
  readonly damaged: number | null;
};

/**
 * What a room holds behind `after` (0: all), in order. Where a snapshot stands for records that are
 * asked for, it comes first, with the seq of the last one that is in it.
 */
export function readRecords(prepare: Prepare, room: NumberedRoom, after: number): Sound {
  const snapshot = prepare("SELECT seq, checksum, bytes FROM snapshot WHERE room = ?").get(
    room.number,
  );
  const records: StoredRecord[] = [];
  if (snapshot && Number(snapshot.seq) > after) {
    const { checksum, bytes } = snapshot;
    const seq = Number(snapshot.seq);
    if (!(bytes instanceof Uint8Array) || checksum !== snapshotSum(room.name, seq, bytes)) {
      return { records: [], damaged: 1 };
    }
    records.push({ seq, update: bytes });
  }
  const rows = prepare(
    "SELECT seq, checksum, bytes FROM record WHERE room = ? AND seq > ? ORDER BY seq",
  ).all(room.number, after);
  for (const { seq, checksum, bytes } of rows) {
    const expected = (records.at(-1)?.seq ?? after) + 1;
    const isSound =
      bytes instanceof Uint8Array &&
      seq === expected &&
      checksum === recordSum(room.name, seq, bytes);
    if (!isSound) return { records, damaged: expected };
    records.push({ seq, update: bytes });
  }
  return { records, damaged: null };
}

/** CRC32 over the update and the place it belongs to, so that a record cannot pass for another. */
export function recordSum(room: string, seq: number, update: Uint8Array): number {
  return crc32(update, crc32(`${room}#${seq}`));
}

/** As `recordSum`, for everything up to `seq` in one update. */
export function snapshotSum(room: string, seq: number, update: Uint8Array): number {
  return crc32(update, crc32(`${room}#1-${seq}`));
}
