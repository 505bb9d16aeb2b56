// One commit for all rooms per beat, and one at a time: while the disk is at work on it, others have a turn.
// Whoever waits is told only once their update is on disk, or that it is not.

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

/** What was written together, and is on disk after the next sync. */
type Commit = {
  readonly pendings: readonly Pending[];
  /** Of their records, in order. */
  readonly seqs: readonly number[];
  /** To be called when it is over. */
  readonly took: () => void;
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
  #unsynced: Commit[] = [];
  /** On disk; those who wait for them are not told yet. */
  readonly #synced: Commit[] = [];
  #isSyncing = false;
  #isPaused = false;
  #isTelling = false;
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
      help: "Time from writing a commit until it was on disk.",
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
    this.#schedule();
  }

  /** Stores nothing of this article any more, as if the disk refused. */
  refuse(articleId: string): void {
    this.flush();
    this.#refused.add(articlePrefix(articleId));
  }

  /**
   * Has everything on disk when it returns, and all who waited told; asked by one who is just being told,
   * the others after. Never throws for the disk.
   */
  flush(): void {
    this.#write();
    if (this.#unsynced.length === 0) return;
    try {
      this.#parts.log.syncNow();
    } catch (error) {
      this.#fail(error);
    }
    this.#succeed();
  }

  /** Leaves the disk to `work`: what is added meanwhile waits for its end. A flush waits, too, and the thread with it. */
  async pause(work: () => Promise<void>): Promise<void> {
    this.flush();
    this.#isPaused = true;
    try {
      await work();
    } finally {
      this.#isPaused = false;
      if (this.#waiting.length > 0) this.#schedule();
    }
  }

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

  #schedule(): void {
    if (!this.#isSyncing && !this.#isPaused) this.#parts.beat.store(this.#commit);
  }

  readonly #commit = async (): Promise<void> => {
    if (this.#isPaused) return;
    this.#write();
    if (this.#unsynced.length === 0) return;
    this.#isSyncing = true;
    await this.#parts.log.sync().then(this.#succeed, this.#fail);
    this.#isSyncing = false;
    if (this.#waiting.length > 0) this.#schedule();
  };

  #isRefused(room: string): boolean {
    return this.#refused.size > 0 && this.#refused.has(room.slice(0, room.indexOf("/") + 1));
  }

  #write(): void {
    if (this.#waiting.length === 0) return;
    const pendings = this.#waiting;
    this.#waiting = [];
    const took = this.#seconds.startTimer();
    try {
      const records = pendings.flatMap(({ record }) => record ?? []);
      const clients = pendings.flatMap((pending) => pending.clients);
      const seqs = records.length === 0 ? [] : this.#parts.log.append({ records, clients });
      this.#unsynced.push({ pendings, seqs, took });
    } catch (error) {
      this.#tellFailed(pendings, error);
    }
    // nothing new, and all that came before is on disk
    if (this.#unsynced.every(({ seqs }) => seqs.length === 0)) this.#succeed();
  }

  readonly #succeed = (): void => {
    this.#synced.push(...this.#takeUnsynced());
    // whoever is told may ask for a flush: what that stores must not overtake what is told just now
    if (this.#isTelling) return;
    this.#isTelling = true;
    try {
      this.#tellStored();
    } finally {
      this.#isTelling = false;
    }
  };

  #tellStored(): void {
    const rooms = new Set<string>();
    for (let commit = this.#synced.shift(); commit; commit = this.#synced.shift()) {
      commit.took();
      let next = 0;
      for (const { record, stored } of commit.pendings) {
        stored(record === null ? 0 : (commit.seqs[next++] ?? 0));
        if (record !== null) rooms.add(record.room);
      }
    }
    if (rooms.size > 0) this.#parts.onStored(rooms);
  }

  readonly #fail = (error: unknown): void => {
    for (const { pendings } of this.#takeUnsynced()) this.#tellFailed(pendings, error);
  };

  #takeUnsynced(): readonly Commit[] {
    const commits = this.#unsynced;
    this.#unsynced = [];
    return commits;
  }

  #tellFailed(pendings: readonly Pending[], error: unknown): void {
    this.#failures.inc();
    this.#parts.report.error({ err: error, updates: pendings.length }, "could not store updates");
    for (const { failed } of pendings) failed();
  }
}
