// An article as it is after long work: many annotations by thirty people, each changed many times.

import { setTimeout as wait } from "node:timers/promises";
import { relabel, setNote } from "../../domain/annotation/layer.ts";
import type { Contender } from "../contenders.ts";
import { Author } from "../load/author.ts";
import { type Connection, join } from "../load/connection.ts";
import { cpuSeconds } from "../load/cpu-time.ts";
import { type Dialect, dialectAt } from "../load/dialect.ts";
import type { JobClient } from "../load/job.ts";
import { findStamps, stampOf } from "../load/stamp.ts";
import { Writer } from "../load/writer.ts";

/** Updates that each annotation takes: it is made, relabelled eight times, and gets a note. */
const UPDATES = 10;

/** One note in so many carries a stamp; that many annotations are written before the reader has caught up. */
const STAMP_EVERY = 20;

const LABELS = ["fact", "opinion"] as const;

/** Milliseconds that a server must do nothing before it is taken to have stored everything. */
const AT_REST = 3000;

/** Milliseconds between two signs of life: Hocuspocus lets those go who are silent for a minute. */
const SIGN_OF_LIFE = 15_000;

/** Milliseconds within which what was written must reach the reader. */
const TOO_LATE = 30_000;

export type Filled = {
  /** Stamps from 0 up to this one stand in notes. */
  readonly stamps: number;
  readonly updates: number;
  /** All layers, one after the other. */
  readonly content: Buffer;
  /** Lets the reader go who was there all the time. */
  readonly leave: () => void;
};

/** The first client reads along while the others write `annotations` together, one after the other. */
export async function fill(
  { dialect: name }: Pick<Contender, "dialect">,
  [first, ...writers]: readonly JobClient[],
  annotations: number,
): Promise<Filled> {
  if (!first) throw new Error("Nobody reads along.");
  const reader = await Reader.join(dialectAt(name, first.url), first);
  const layers: Uint8Array[] = [];
  let written = 0;
  for (const [index, client] of writers.entries()) {
    const author = await Author.join(name, client);
    const until = Math.round((annotations * (index + 1)) / writers.length);
    while (written < until) {
      const count = Math.min(STAMP_EVERY, until - written);
      write(author, count, reader.next);
      await reader.hasNext();
      written += count;
    }
    layers.push(author.content);
    author.leave();
  }
  const content = Buffer.concat(layers);
  return { stamps: reader.next, updates: written * UPDATES, content, leave: () => reader.leave() };
}

/** Resolves when a process has done nothing for a while. */
export async function atRest(pid: number): Promise<void> {
  let used = Number.NaN;
  while (cpuSeconds(pid) - used > 0.02 || Number.isNaN(used)) {
    used = cpuSeconds(pid);
    await wait(AT_REST);
  }
}

/** Somebody who sees one stamp after the other arrive. */
class Reader {
  /** The stamp that comes next. */
  next = 0;
  readonly #connection: Connection;
  #awaited = Promise.withResolvers<void>();

  private constructor(connection: Connection, dialect: Dialect, userId: string) {
    this.#connection = connection;
    const writer = new Writer(userId);
    const presence = (): Uint8Array => dialect.presence(writer.present(""));
    setInterval(() => connection.send(presence()), SIGN_OF_LIFE).unref();
  }

  static async join(dialect: Dialect, client: JobClient): Promise<Reader> {
    const seen: ((message: Buffer) => void)[] = [];
    const onMessage = (message: Buffer): void => seen[0]?.(message);
    const reader = new Reader(
      await join({ ...client, dialect, onMessage }),
      dialect,
      client.userId,
    );
    seen.push((message) => findStamps(message, (stamp) => reader.#found(stamp)));
    return reader;
  }

  async hasNext(): Promise<void> {
    const tooLate = setTimeout(
      () => this.#awaited.reject(new Error("The server passes nothing on.")),
      TOO_LATE,
    );
    await this.#awaited.promise.finally(() => clearTimeout(tooLate));
    this.#awaited = Promise.withResolvers();
    this.next++;
  }

  leave(): void {
    this.#connection.cut();
  }

  #found(stamp: number): void {
    if (stamp === this.next) this.#awaited.resolve();
  }
}

/** Writes and changes `count` annotations; the note of the last one carries the stamp. */
function write(author: Author, count: number, stamp: number): void {
  for (let index = 1; index <= count; index++) {
    const id = author.annotate("");
    for (let change = 2; change < UPDATES; change++) {
      const label = LABELS[change % LABELS.length] ?? null;
      author.change((layer) => relabel(layer, id, { kind: "claim", label }));
    }
    const note = index === count ? stampOf(stamp) : "Who says so, and when?";
    author.change((layer) => setNote(layer, id, note));
  }
}
