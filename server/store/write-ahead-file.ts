// The file that SQLite in WAL mode writes commits to, brought to disk by us: SQLite itself would have the
// whole thread wait for the disk.

import { closeSync, fdatasync, fdatasyncSync, openSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import { promisify } from "node:util";

const datasync = promisify(fdatasync);

export class WriteAheadFile {
  readonly #file: number;
  #last: Promise<void> = Promise.resolve();

  /** The one of an open database; null for a database in memory. */
  static of(database: DatabaseSync): WriteAheadFile | null {
    const path = database.location();
    return path === null ? null : new WriteAheadFile(openSync(`${path}-wal`, "r+"));
  }

  private constructor(file: number) {
    this.#file = file;
  }

  /** Resolves when all that was committed so far is on disk; rejects when the disk reports an error. */
  sync(): Promise<void> {
    this.#last = datasync(this.#file);
    return this.#last;
  }

  /** The same, and the thread waits. Throws when the disk reports an error. */
  syncNow(): void {
    fdatasyncSync(this.#file);
  }

  /** Lets go of the file, once the disk is done. */
  close(): void {
    const close = (): void => closeSync(this.#file);
    this.#last.then(close, close);
  }
}
