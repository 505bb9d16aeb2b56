// The update log on SQLite: one row per update with its checksum, one commit per batch; snapshots stand for what is old.

import type { SQLOutputValue } from "node:sqlite";
import { LogFile } from "./log-file.ts";
import { type NumberedRoom, readRecords, recordSum, snapshotSum } from "./read-records.ts";
import { articlePrefix } from "./room-name.ts";
import { isDamage, type OnBroken } from "./sqlite-file.ts";
import {
  type Batch,
  type ClientOwner,
  type Extent,
  type NewRecord,
  NOBODY,
  type OnCut,
  type Renewal,
  type Snapshot,
  type StoredRecord,
  Unreadable,
  type UpdateLog,
} from "./update-log.ts";

const NOTHING: Extent = { records: 0, bytes: 0 };

/** Counts and bytes as a query gives them. */
const extentOf = (row: Record<string, SQLOutputValue> | undefined): Extent => ({
  records: Number(row?.records ?? 0),
  bytes: Number(row?.bytes ?? 0),
});

/** Runs `read`. Throws Unreadable where the file is damaged. */
function readable<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw isDamage(error) ? new Unreadable("the file is damaged", { cause: error }) : error;
  }
}

export type LogListeners = {
  readonly onCut: OnCut;
  readonly onBroken: OnBroken;
};

/** A room's number in the file, the seq of its last record, and what stands behind its snapshot. */
type Tail = Extent & { readonly number: number; readonly last: number };

export class SqliteLog implements UpdateLog {
  readonly #file: LogFile;
  readonly #listeners: LogListeners;
  /** Rooms that were written or read since the start; this process is the only writer. */
  readonly #tails = new Map<string, Tail>();
  /** All that stands behind snapshots; null until somebody asks, and when it has to be counted again. */
  #whole: Extent | null = null;

  /** Opens the log at `path`, creating it when absent. Throws Refusal when the file is damaged, or too new. */
  constructor(path: string, listeners: LogListeners) {
    this.#listeners = listeners;
    this.#file = new LogFile(path, listeners.onBroken);
  }

  append({ records, clients }: Batch): readonly number[] {
    if (records.length === 0 && clients.length === 0) return [];
    const tails = new Map<string, Tail>();
    const seqs = this.#file.write(() => {
      for (const owner of clients) this.#claim(owner);
      return records.map((record) => this.#insert(record, tails));
    });
    for (const [room, tail] of tails) this.#tails.set(room, tail);
    for (const { update } of records) this.#grow({ records: 1, bytes: update.length });
    return seqs;
  }

  sync(): Promise<void> {
    return this.#file.sync();
  }

  syncNow(): void {
    this.#file.syncNow();
  }

  read(room: string, after: number): readonly StoredRecord[] {
    const tail = this.#tail(room);
    if (tail === null) return [];
    const named = { name: room, number: tail.number };
    const { records, damaged } = readable(() => readRecords(this.#file.prepare, named, after));
    if (damaged !== null) this.#cut(named, damaged);
    return records;
  }

  extent(room: string): Extent {
    return this.#tail(room) ?? NOTHING;
  }

  tail(): Extent {
    const count =
      "SELECT count(*) AS records, coalesce(sum(length(bytes)), 0) AS bytes FROM record";
    this.#whole ??= readable(() => extentOf(this.#file.prepare(count).get()));
    return this.#whole;
  }

  compact({ room, seq, update }: Snapshot, last: number): boolean {
    const tail = this.#tail(room);
    if (tail === null) return false;
    const { number } = tail;
    const isDone = this.#file.commit(() => {
      const found = this.#file.prepare("SELECT checksum FROM record WHERE room = ? AND seq = ?");
      if (found.get(number, seq)?.checksum !== last) return false;
      this.#putSnapshot(number, { room, seq, update });
      return true;
    });
    if (isDone) this.#shorten(room, tail);
    return isDone;
  }

  renew(renewal: Renewal): void {
    this.#beginAnew(renewal, () => {});
  }

  erase(renewal: Renewal): void {
    this.#beginAnew(renewal, () =>
      this.#file.prepare("DELETE FROM set_aside WHERE room = ?").run(renewal.room),
    );
  }

  last(room: string): number {
    return this.#tail(room)?.last ?? 0;
  }

  tidy(): void {
    this.#file.tidy();
  }

  rewrite(): Promise<void> {
    return this.#file.rewrite();
  }

  rooms(prefix: string): readonly string[] {
    return this.#named(prefix)
      .filter(({ name }) => this.#isWritten(name))
      .map(({ name }) => name);
  }

  clients(article: string): ReadonlyMap<number, string> {
    const claimed = "SELECT client, user FROM client WHERE article = ?";
    const rows = readable(() => this.#file.prepare(claimed).all(article));
    return new Map(rows.map(({ client, user }) => [Number(client), String(user)]));
  }

  remove(prefix: string): void {
    const rooms = this.#named(prefix);
    this.#file.commit(() => {
      for (const { name, number } of rooms) {
        this.#file.prepare("DELETE FROM record WHERE room = ?").run(number);
        this.#file.prepare("DELETE FROM snapshot WHERE room = ?").run(number);
        this.#file.prepare("DELETE FROM room WHERE number = ?").run(number);
        this.#file.prepare("DELETE FROM set_aside WHERE room = ?").run(name);
      }
      const article = prefix.slice(0, prefix.indexOf("/"));
      if (prefix === articlePrefix(article)) {
        this.#file.prepare("DELETE FROM client WHERE article = ?").run(article);
      }
    });
    for (const { name } of rooms) this.#tails.delete(name);
    this.#whole = null;
  }

  check(): void {
    this.#file.check();
  }

  close(): void {
    this.#file.close();
  }

  #beginAnew({ room, update, client, retired }: Renewal, besides: () => void): void {
    const tail = this.#tail(room);
    if (tail === null) throw new RangeError(`there is no room ${room}`);
    this.#file.commit(() => {
      this.#putSnapshot(tail.number, { room, seq: tail.last + 1, update });
      for (const each of retired) this.#retire(client.article, each);
      this.#claim(client);
      besides();
    });
    this.#shorten(room, tail);
  }

  #insert({ room, update }: NewRecord, tails: Map<string, Tail>): number {
    const tail = tails.get(room) ?? this.#tail(room) ?? this.#addRoom(room);
    const seq = tail.last + 1;
    this.#file
      .prepare("INSERT INTO record (room, seq, checksum, bytes) VALUES (?, ?, ?, ?)")
      .run(tail.number, seq, recordSum(room, seq, update), update);
    const { number, records, bytes } = tail;
    tails.set(room, { number, last: seq, records: records + 1, bytes: bytes + update.length });
    return seq;
  }

  #addRoom(name: string): Tail {
    const { lastInsertRowid } = this.#file.prepare("INSERT INTO room (name) VALUES (?)").run(name);
    return { number: Number(lastInsertRowid), last: 0, ...NOTHING };
  }

  /** Writes down whose client id this is. Throws when it is another user's. */
  #claim({ article, client, user }: ClientOwner): void {
    const { owner } = this.#file
      .prepare(
        `INSERT INTO client (article, client, user) VALUES (?, ?, ?)
       ON CONFLICT DO UPDATE SET user = client.user RETURNING user AS owner`,
      )
      .get(article, client, user) ?? { owner: null };
    if (owner !== user) throw new Error(`client id ${client} is taken in this article`);
  }

  /** Puts a snapshot in the place of the room's records up to its seq. */
  #putSnapshot(number: number, { room, seq, update }: Snapshot): void {
    this.#file
      .prepare("INSERT OR REPLACE INTO snapshot (room, seq, checksum, bytes) VALUES (?, ?, ?, ?)")
      .run(number, seq, snapshotSum(room, seq, update), update);
    this.#file.prepare("DELETE FROM record WHERE room = ? AND seq <= ?").run(number, seq);
  }

  /** Records of a room went: `before` is how it ended until then. */
  #shorten(room: string, before: Tail): void {
    const rest = this.#readTail(before.number);
    this.#tails.set(room, rest);
    this.#grow({ records: rest.records - before.records, bytes: rest.bytes - before.bytes });
  }

  #retire(article: string, client: number): void {
    this.#file
      .prepare(
        "INSERT INTO client (article, client, user) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET user = excluded.user",
      )
      .run(article, client, NOBODY);
  }

  /** Where a room ends, or null for a room that was never written. */
  #tail(room: string): Tail | null {
    const known = this.#tails.get(room);
    if (known) return known;
    const tail = readable(() => {
      const row = this.#file.prepare("SELECT number FROM room WHERE name = ?").get(room);
      return row ? this.#readTail(Number(row.number)) : null;
    });
    if (tail !== null) this.#tails.set(room, tail);
    return tail;
  }

  /** Whether a room holds something; one that cannot be read does, as far as anybody knows. */
  #isWritten(room: string): boolean {
    try {
      return (this.#tail(room)?.last ?? 0) > 0;
    } catch (error) {
      if (error instanceof Unreadable) return true;
      throw error;
    }
  }

  #readTail(number: number): Tail {
    const row = this.#file
      .prepare(
        `SELECT count(*) AS records, coalesce(sum(length(bytes)), 0) AS bytes,
         coalesce(max(seq), (SELECT seq FROM snapshot WHERE room = :room), 0) AS last
       FROM record WHERE room = :room`,
      )
      .get({ room: number });
    return { number, ...extentOf(row), last: Number(row?.last ?? 0) };
  }

  #grow({ records, bytes }: Extent): void {
    if (this.#whole === null) return;
    const { records: before, bytes: held } = this.#whole;
    this.#whole = { records: before + records, bytes: held + bytes };
  }

  #named(prefix: string): readonly NumberedRoom[] {
    const named = "SELECT name, number FROM room WHERE name >= ? AND name < ? ORDER BY name";
    return readable(() => this.#file.prepare(named).all(prefix, `${prefix}\u{10FFFF}`)).map(
      ({ name, number }) => ({ name: String(name), number: Number(number) }),
    );
  }

  /** Moves what a room holds from `seq` on to `set_aside`, and tells. */
  #cut({ name, number }: NumberedRoom, seq: number): void {
    const records = this.#file.commit(() => {
      let moved = 0;
      for (const table of ["snapshot", "record"]) {
        const those = `FROM ${table} WHERE room = ? AND seq >= ?`;
        this.#file
          .prepare(
            `INSERT INTO set_aside (room, seq, checksum, bytes) SELECT ?, seq, checksum, bytes ${those}`,
          )
          .run(name, number, seq);
        moved += Number(this.#file.prepare(`DELETE ${those}`).run(number, seq).changes);
      }
      return moved;
    });
    this.#tails.delete(name);
    this.#whole = null;
    this.#listeners.onCut({ room: name, seq, records });
  }
}
