// Keeps the log short: puts one snapshot in the place of a room's many records, made and proved in
// a thread of its own.

import { Worker } from "node:worker_threads";
import type { Logger } from "pino";
import { Counter, type Registry } from "prom-client";
import * as z from "zod";
import { articlePrefix } from "../store/room-name.ts";
import type { Extent, UpdateLog } from "../store/update-log.ts";

/** From how many records or bytes behind its snapshot on a room is compacted while it is open. */
const GROWN = { records: 1000, bytes: 2 * 1024 * 1024 };

/** `last`: the checksum of the last record that is in the update. */
const madeSchema = z.object({
  seq: z.int(),
  update: z.instanceof(Uint8Array),
  last: z.int(),
});
const answerSchema = z.union([
  z.object({ room: z.string(), made: madeSchema.nullable() }),
  z.object({ room: z.string(), failure: z.instanceof(Error) }),
]);

type Parts = {
  readonly log: UpdateLog;
  /** The file that the log is in. */
  readonly path: string;
  readonly report: Logger;
  readonly registry: Registry;
};

export class Compactor {
  readonly #parts: Parts;
  readonly #done: Counter;
  readonly #failures: Counter;
  readonly #asked = new Set<string>();
  /** Rooms of which no snapshot could be made: left as they are until the next start. */
  readonly #failed = new Set<string>();
  #worker: Worker | null = null;
  #settled = Promise.withResolvers<void>();

  constructor(parts: Parts) {
    this.#parts = parts;
    const registers = [parts.registry];
    this.#done = new Counter({
      name: "postil_compactions_total",
      help: "Rooms of which a snapshot was put in the place of their records.",
      registers,
    });
    this.#failures = new Counter({
      name: "postil_compaction_failures_total",
      help: "Rooms of which no snapshot could be made; they stay as they are.",
      registers,
    });
    this.#settled.resolve();
  }

  /** These rooms have new records. */
  grown(rooms: ReadonlySet<string>): void {
    for (const room of rooms) {
      const { records, bytes } = this.#extent(room);
      if (records >= GROWN.records || bytes >= GROWN.bytes) this.#ask(room);
    }
  }

  /** Something was deleted in a room that must not wait for all to leave. */
  compact(room: string): void {
    if (this.#extent(room).records > 0) this.#ask(room);
  }

  /** Nobody has the article open any more. */
  left(articleId: string): void {
    for (const room of this.#roomsOf(articleId)) {
      if (this.#extent(room).records > 0) this.#ask(room);
    }
  }

  /** Resolves once everything that was asked for is done. */
  settled(): Promise<void> {
    return this.#settled.promise;
  }

  async close(): Promise<void> {
    this.#asked.clear();
    this.#settled.resolve();
    await this.#worker?.terminate();
  }

  #roomsOf(articleId: string): readonly string[] {
    try {
      return this.#parts.log.rooms(articlePrefix(articleId));
    } catch (error) {
      this.#fail(articleId, error);
      return [];
    }
  }

  /** Of a room that cannot be read nothing is made. */
  #extent(room: string): Extent {
    try {
      return this.#parts.log.extent(room);
    } catch (error) {
      if (!this.#failed.has(room)) this.#fail(room, error);
      return { records: 0, bytes: 0 };
    }
  }

  #ask(room: string): void {
    if (this.#asked.has(room) || this.#failed.has(room)) return;
    if (this.#asked.size === 0) this.#settled = Promise.withResolvers();
    this.#asked.add(room);
    this.#post(room);
  }

  #post(room: string): void {
    this.#worker ??= this.#start();
    this.#worker.postMessage(room);
  }

  #start(): Worker {
    const worker = new Worker(new URL("./compact-worker.ts", import.meta.url), {
      workerData: this.#parts.path,
    });
    worker.on("message", (told: unknown) => this.#finish(answerSchema.parse(told)));
    worker.on("error", (error) => this.#onDeath(error));
    // a snapshot under way keeps no process alive
    worker.unref();
    return worker;
  }

  #finish(answer: z.infer<typeof answerSchema>): void {
    if ("failure" in answer) this.#fail(answer.room, answer.failure);
    else if (answer.made !== null) this.#compact(answer.room, answer.made);
    this.#strike(answer.room);
  }

  #compact(room: string, { seq, update, last }: z.infer<typeof madeSchema>): void {
    try {
      if (this.#parts.log.compact({ room, seq, update }, last)) this.#done.inc();
    } catch (error) {
      this.#fail(room, error);
    }
  }

  #fail(room: string, error: unknown): void {
    this.#failed.add(room);
    this.#failures.inc();
    this.#parts.report.error({ err: error, room }, "no snapshot could be made");
  }

  /** The thread died, of memory at the likeliest: of the room that was asked for first. */
  #onDeath(error: unknown): void {
    this.#worker = null;
    const [first, ...others] = this.#asked;
    if (first === undefined) return;
    this.#fail(first, error);
    for (const room of others) this.#post(room);
    this.#strike(first);
  }

  #strike(room: string): void {
    this.#asked.delete(room);
    if (this.#asked.size > 0) return;
    this.#tidy();
    this.#settled.resolve();
  }

  /** Somebody may be reading just then: the next time will do. */
  #tidy(): void {
    try {
      this.#parts.log.tidy();
    } catch (error) {
      this.#parts.report.warn({ err: error }, "could not empty the write-ahead log");
    }
  }
}
