// One commit for all rooms per beat. Whoever waits is told only once their update is on disk, or that it is not.

import type { Logger } from "pino";
import { Counter, Histogram, type Registry } from "prom-client";
import { articlePrefix } from "../store/room-name.ts";
import type { ClientOwner, NewRecord, Renewal, UpdateLog } from "../store/update-log.ts";
import type { Beat } from "./beat.ts";

/** An update on its way to disk. */
type Pending = {
  /** Null brings nothing new: it waits for what was added before it, and shares its fate. */
  readonly record: NewRecord | null;
  readonly clients: readonly ClientOwner[];
  /** Called when it is on disk, in the order of adding. `seq` is 0 without a record. */
  readonly stored: (seq: number) => void;
  /** Called when the disk refused. */
  readonly failed: () => void;
};

type Parts = {
  readonly log: UpdateLog;
  readonly beat: Beat;
  readonly report: Logger;
  readonly registry: Registry;
  /** Told of the rooms that have new records. */
  readonly onStored: (rooms: ReadonlySet<string>) => void;
};

export class Committer {
  readonly #parts: Parts;
  readonly #failures: Counter;
  readonly #seconds: Histogram;
  #waiting: Pending[] = [];
  /** The starts of the names of rooms that are gone. */
  readonly #refused = new Set<string>();

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#failures = new Counter({
      name: "postil_commit_failures_total",
      help: "Commits that the disk refused.",
      registers: [parts.registry],
    });
    this.#seconds = new Histogram({
      name: "postil_commit_seconds",
      help: "Time that a commit took.",
      buckets: [0.0005, 0.001, 0.005, 0.02, 0.1, 1],
      registers: [parts.registry],
    });
  }

  add(pending: Pending): void {
    if (pending.record && this.#isRefused(pending.record.room)) {
      queueMicrotask(pending.failed);
      return;
    }
    this.#waiting.push(pending);
    this.#parts.beat.store(this.flush);
  }

  /** Stores nothing of this article any more, as if the disk refused. */
  refuse(articleId: string): void {
    this.flush();
    this.#refused.add(articlePrefix(articleId));
  }

  /** Commits what waits, at once, and tells all who wait. Never throws for the disk. */
  readonly flush = (): void => {
    if (this.#waiting.length === 0) return;
    const waiting = this.#waiting;
    this.#waiting = [];
    const seqs = this.#append(waiting);
    if (seqs === null) {
      for (const { failed } of waiting) failed();
      return;
    }
    let next = 0;
    const rooms = new Set<string>();
    for (const { record, stored } of waiting) {
      stored(record === null ? 0 : (seqs[next++] ?? 0));
      if (record !== null) rooms.add(record.room);
    }
    this.#parts.onStored(rooms);
  };

  /** Begins a room anew, at once; false when it could not be made or stored: then the room is as it was. */
  renew(room: string, make: () => Renewal): boolean {
    if (this.#isRefused(room)) return false;
    try {
      this.#parts.log.renew(make());
      return true;
    } catch (error) {
      this.#failures.inc();
      this.#parts.report.error({ err: error, room }, "could not begin a room anew");
      return false;
    }
  }

  #isRefused(room: string): boolean {
    return this.#refused.size > 0 && this.#refused.has(room.slice(0, room.indexOf("/") + 1));
  }

  #append(waiting: readonly Pending[]): readonly number[] | null {
    const records = waiting.flatMap(({ record }) => (record === null ? [] : [record]));
    if (records.length === 0) return [];
    const took = this.#seconds.startTimer();
    try {
      const clients = waiting.flatMap((pending) => pending.clients);
      return this.#parts.log.append({ records, clients });
    } catch (error) {
      this.#failures.inc();
      this.#parts.report.error({ err: error, records: records.length }, "could not store updates");
      return null;
    } finally {
      took();
    }
  }
}
