// The file of the update log: its tables and their version, transactions, and how they get to the disk.
// A new version only adds, as a step of migrations.ts does.

import { basename } from "node:path";
import type { DatabaseSync, StatementSync } from "node:sqlite";
import { rewriteFile } from "./rewrite-file.ts";
import { isDiskError, isFull, madeByNewer, type OnBroken, openFile } from "./sqlite-file.ts";
import { WriteAheadFile } from "./write-ahead-file.ts";

/** Raised with every change of the tables, or of what their bytes mean. */
const VERSION = 1;

const TABLES = `
  CREATE TABLE IF NOT EXISTS room (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
  );
  CREATE TABLE IF NOT EXISTS record (
    room INTEGER NOT NULL REFERENCES room (number),
    seq INTEGER NOT NULL,
    checksum INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (room, seq)
  );
  CREATE TABLE IF NOT EXISTS snapshot (
    room INTEGER PRIMARY KEY REFERENCES room (number),
    seq INTEGER NOT NULL,
    checksum INTEGER NOT NULL,
    bytes BLOB NOT NULL
  );
  CREATE TABLE IF NOT EXISTS client (
    article TEXT NOT NULL,
    client INTEGER NOT NULL,
    user TEXT NOT NULL,
    PRIMARY KEY (article, client)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS set_aside (
    room TEXT NOT NULL,
    seq INTEGER NOT NULL,
    checksum INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
  );
`;

/** How long a writer waits while the file is written anew, in milliseconds. */
const REWRITING = 60_000;

/** Writes what is there already: tells whether the file can be written. */
const TOUCH = `PRAGMA user_version = ${VERSION}`;

export class LogFile {
  readonly #database: DatabaseSync;
  readonly #ahead: WriteAheadFile | null;
  readonly #onBroken: OnBroken;
  readonly #statements = new Map<string, StatementSync>();
  /** Whether the disk took nothing when it was asked last. */
  #isRefused = false;
  /** What the disk reported; from then on nothing is stored, for nothing could be promised. */
  #broken: unknown = null;
  #isRewriting = false;

  /** Opens the file, with all its tables. Throws Refusal when it is damaged, or written by a newer program. */
  constructor(path: string, onBroken: OnBroken) {
    this.#onBroken = onBroken;
    this.#database = open(path);
    this.#ahead = WriteAheadFile.of(this.#database);
  }

  /** The statement, made once. */
  readonly prepare = (sql: string): StatementSync => {
    const known = this.#statements.get(sql);
    if (known) return known;
    const statement = this.#database.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  };

  /** Runs `work` in one transaction, which is on disk after the next sync; on an error nothing of it stays. */
  write<T>(work: () => T): T {
    if (this.#broken !== null) throw this.#broken;
    this.#database.exec("BEGIN IMMEDIATE");
    try {
      const result = work();
      this.#database.exec("COMMIT");
      this.#isRefused = false;
      return result;
    } catch (error) {
      if (isDiskError(error)) this.#break(error);
      if (isFull(error)) this.#isRefused = true;
      // SQLite may have ended the transaction by itself
      if (this.#database.isTransaction) this.#database.exec("ROLLBACK");
      throw error;
    }
  }

  /** The same, and it is on disk when this returns. */
  commit<T>(work: () => T): T {
    const result = this.write(work);
    this.syncNow();
    return result;
  }

  /** Resolves when all that was written so far is on disk; rejects when the disk reports an error. */
  async sync(): Promise<void> {
    await this.#ahead?.sync().catch(this.#onSyncFailed);
  }

  /** The same, and the thread waits. Throws when the disk reports an error. */
  syncNow(): void {
    try {
      this.#ahead?.syncNow();
    } catch (error) {
      this.#onSyncFailed(error);
    }
  }

  /** Empties the write-ahead file; while the file is written anew, that is done there. */
  tidy(): void {
    if (!this.#isRewriting) this.#database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  }

  /** Writes the file anew, in another thread; one that writes in this meanwhile has it wait. Rejects with BeingRead. */
  async rewrite(): Promise<void> {
    const path = this.#database.location();
    if (path === null) return;
    this.#isRewriting = true;
    this.#database.exec(`PRAGMA busy_timeout = ${REWRITING}`);
    try {
      await rewriteFile(path);
    } finally {
      this.#isRewriting = false;
      if (this.#database.isOpen) this.#database.exec("PRAGMA busy_timeout = 0");
    }
  }

  /** Throws when the file does not answer. One that refused to be written is asked to take something again. */
  check(): void {
    if (this.#isRefused) this.commit(() => this.#database.exec(TOUCH));
    this.prepare("SELECT count(*) FROM (SELECT 1 FROM record LIMIT 1)").get();
  }

  close(): void {
    this.#database.close();
    this.#ahead?.close();
  }

  readonly #onSyncFailed = (cause: unknown): never => {
    const error = new Error("disk I/O error", { cause });
    this.#break(error);
    throw error;
  };

  #break(error: unknown): void {
    this.#broken = error;
    this.#onBroken(error);
  }
}

function open(path: string): DatabaseSync {
  const file = openFile(path);
  const version = Number(file.prepare("PRAGMA user_version").get()?.user_version);
  if (version > VERSION) {
    file.close();
    throw madeByNewer(basename(path));
  }
  if (version < VERSION) {
    file.exec(`BEGIN IMMEDIATE; ${TABLES} ${TOUCH}; COMMIT`);
  }
  // from here on commits are synced by the write-ahead file
  file.exec("PRAGMA synchronous = NORMAL");
  return file;
}
