// A log for tests that look at what is asked of it.

import type { UpdateLog } from "../store/update-log.ts";

/** A log that counts what is read and what is committed, and can be told to fail, or that the disk is slow. */
export class WatchedLog implements UpdateLog {
  readonly reads: string[] = [];
  commits = 0;
  failures = 0;
  /** What bringing commits to disk waits for. */
  disk: Promise<void> = Promise.resolve();
  /** What writing the files anew waits for. */
  files: Promise<void> = Promise.resolve();
  readonly #log: UpdateLog;

  constructor(log: UpdateLog) {
    this.#log = log;
  }

  append: UpdateLog["append"] = (batch) => {
    if (this.failures > 0) {
      this.failures--;
      throw new Error("disk I/O error");
    }
    this.commits++;
    return this.#log.append(batch);
  };

  sync: UpdateLog["sync"] = async () => {
    await this.disk;
    await this.#log.sync();
  };

  syncNow: UpdateLog["syncNow"] = () => this.#log.syncNow();

  read: UpdateLog["read"] = (room, after) => {
    this.reads.push(room);
    return this.#log.read(room, after);
  };

  extent: UpdateLog["extent"] = (room) => this.#log.extent(room);
  last: UpdateLog["last"] = (room) => this.#log.last(room);
  tail: UpdateLog["tail"] = () => this.#log.tail();
  compact: UpdateLog["compact"] = (snapshot, last) => this.#log.compact(snapshot, last);
  renew: UpdateLog["renew"] = (renewal) => this.#log.renew(renewal);
  erase: UpdateLog["erase"] = (renewal) => this.#log.erase(renewal);
  tidy: UpdateLog["tidy"] = () => this.#log.tidy();
  rewrite: UpdateLog["rewrite"] = async () => {
    await this.files;
    await this.#log.rewrite();
  };
  rooms: UpdateLog["rooms"] = (prefix) => this.#log.rooms(prefix);
  clients: UpdateLog["clients"] = (article) => this.#log.clients(article);
  remove: UpdateLog["remove"] = (prefix) => this.#log.remove(prefix);
  check: UpdateLog["check"] = () => this.#log.check();
  close: UpdateLog["close"] = () => this.#log.close();
}
