// Somebody who stops reading while the others write on: how much the server keeps for them, whether it
// lets them go, and whether they have everything after coming back.

import { setTimeout as wait } from "node:timers/promises";
import type { Contender } from "../contenders.ts";
import { Author } from "../load/author.ts";
import { type Connection, join } from "../load/connection.ts";
import { type DialectName, dialectAt } from "../load/dialect.ts";
import type { JobClient } from "../load/job.ts";
import { residentMemory } from "../load/resident-memory.ts";
import { findStamps, stampOf } from "../load/stamp.ts";
import { say } from "../report.ts";
import { type Case, contendersOf, inTurns } from "./case.ts";
import type { Figure } from "./figures.ts";

const MIB = 1024 * 1024;
const OFFERED = 24 * MIB;

/** Enough for the layers of Postil, which hold 2 MiB each. */
const WRITERS = 14;

/** Bytes of one annotation: a long quote. */
const ANNOTATION = 4096;
const FILLER = "x".repeat(ANNOTATION);

const ANNOTATIONS = OFFERED / ANNOTATION;
const SECONDS = 10;

/** Milliseconds between two looks at the memory, and until everything must have arrived. */
const LOOK = 50;
const SETTLE = 10_000;

type Stalled = {
  /** Bytes at the worst moment, beyond those of the same work when everybody reads. */
  readonly extraMemory: number;
  /** How many of those that stalled were cut; NaN is not possible. */
  readonly cut: number;
  /** Annotations that are missing after coming back. */
  readonly missing: number;
};

const FIGURES: readonly Figure<Stalled>[] = [
  {
    name: "memory for one who stalls",
    unit: "MiB",
    of: ({ extraMemory }) => extraMemory / MIB,
    targets: [{ atMost: 8 }],
  },
  { name: "cut off", unit: "of 1", of: ({ cut }) => cut, targets: [{ atLeast: 1 }] },
  {
    name: "missing after coming back",
    unit: "annotations",
    of: ({ missing }) => missing,
    targets: [{ atMost: 0 }],
  },
];

export const SLOW: Case = {
  name: "slow",
  run: (settings) => {
    const seconds = settings.seconds ?? SECONDS;
    return inTurns({
      title: `one of ${WRITERS + 1} stalls for ${seconds} s, 24 MiB`,
      contenders: contendersOf(["Postil", "limit", "official", "hocuspocus"], settings),
      rounds: settings.rounds ?? 1,
      figures: FIGURES,
      measure: (contender) => measure(contender, seconds),
    });
  },
};

async function measure(contender: Contender, seconds: number): Promise<Stalled> {
  const usual = await play(contender, { seconds, stalls: false });
  const { memory, cut, missing } = await play(contender, { seconds, stalls: true });
  return { extraMemory: memory - usual.memory, cut, missing };
}

type Play = { readonly seconds: number; readonly stalls: boolean };
type Played = Pick<Stalled, "cut" | "missing"> & { readonly memory: number };

async function play(contender: Contender, { seconds, stalls }: Play): Promise<Played> {
  const start = await contender.prepare({ rooms: 1, clients: WRITERS + 1 });
  const { server, clients } = await start();
  try {
    const [first, ...others] = clients;
    if (!first) throw new Error("Nobody reads.");
    const reader = new Reader(contender, first);
    await reader.join();
    const writers = await Promise.all(
      others.map((client) => Author.join(contender.dialect, client)),
    );
    if (stalls) reader.stall();
    const memory = await writeAll(writers, seconds, server.pid);
    reader.readOn();
    await reader.hasAllOrEnds();
    const cut = reader.isIn ? 0 : 1;
    if (!reader.isIn) await reader.join();
    await reader.hasAllOrEnds();
    return { memory, cut, missing: ANNOTATIONS - reader.seen.size };
  } catch (error) {
    say(server.lastWords());
    throw error;
  } finally {
    await server.kill();
  }
}

/** Lets the writers write everything in turns; returns the most memory that the server held meanwhile. */
async function writeAll(writers: readonly Author[], seconds: number, pid: number): Promise<number> {
  const begin = performance.now();
  let written = 0;
  let memory = 0;
  while (written < ANNOTATIONS) {
    await wait(LOOK);
    memory = Math.max(memory, residentMemory(pid));
    const due = ((performance.now() - begin) / (seconds * 1000)) * ANNOTATIONS;
    for (; written < Math.min(due, ANNOTATIONS); written++) {
      writers[written % writers.length]?.annotate(`${stampOf(written)}${FILLER}`);
    }
  }
  await wait(LOOK);
  return Math.max(memory, residentMemory(pid));
}

class Reader {
  /** The stamps that have come. */
  readonly seen = new Set<number>();
  readonly #dialect: DialectName;
  readonly #client: JobClient;
  #connection: Connection | null = null;

  constructor({ dialect }: Contender, client: JobClient) {
    this.#dialect = dialect;
    this.#client = client;
  }

  get isIn(): boolean {
    return this.#connection?.isOpen ?? false;
  }

  async join(): Promise<void> {
    const dialect = dialectAt(this.#dialect, this.#client.url);
    const onMessage = (message: Buffer): void =>
      findStamps(message, (stamp) => this.seen.add(stamp));
    this.#connection = await join({ ...this.#client, dialect, onMessage });
  }

  stall(): void {
    this.#connection?.stall();
  }

  readOn(): void {
    this.#connection?.readOn();
  }

  /** Resolves when everything has come, the connection has ended, or neither will happen. */
  async hasAllOrEnds(): Promise<void> {
    const deadline = performance.now() + SETTLE;
    while (this.seen.size < ANNOTATIONS && this.isIn && performance.now() < deadline) {
      await wait(LOOK);
    }
  }
}
