// Clients who come to an article in waves, each wave at once, and read all that is there. They note
// when they had it all and hold no copy.

import { performance } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import { join } from "./connection.ts";
import { dialectAt } from "./dialect.ts";
import type { JobClient } from "./job.ts";
import { type Joined, type JoinJob, joinJobSchema } from "./join-job.ts";
import { answerJob } from "./run-script.ts";
import { findStamps } from "./stamp.ts";

/** Milliseconds between the end of a wave and the next one, and until a client gives up. */
const PAUSE = 500;
const GIVE_UP = 60_000;

await answerJob((job) => run(joinJobSchema.parse(job)));

async function run(job: JoinJob): Promise<Joined> {
  const waves: number[] = [];
  let bytes = 0;
  for (const count of job.waves) {
    await wait(PAUSE);
    const start = performance.now();
    const clients = job.clients.slice(0, count).map((client) => readAll(job, client));
    const read = await Promise.all(clients);
    waves.push(Math.max(...read.map(({ at }) => at)) - start);
    bytes = read[0]?.bytes ?? 0;
  }
  return { waves, bytes };
}

/** When a client had everything, and how many bytes that were. */
type Read = { readonly at: number; readonly bytes: number };

async function readAll({ dialect: name, stamps }: JoinJob, client: JobClient): Promise<Read> {
  const dialect = dialectAt(name, client.url);
  const missing = new Set(Array.from({ length: stamps }).keys());
  const { promise, resolve, reject } = Promise.withResolvers<Read>();
  const timer = setTimeout(
    () => reject(new Error(`${missing.size} of ${stamps} stamps never came.`)),
    GIVE_UP,
  );
  let bytes = 0;
  const onMessage = (message: Buffer): void => {
    bytes += message.length;
    findStamps(message, (stamp) => missing.delete(stamp));
    if (missing.size === 0) resolve({ at: performance.now(), bytes });
  };
  const { ended } = await join({ ...client, dialect, onMessage });
  // the last message of a join may come behind the last stamp
  const joined = performance.now();
  void ended.then((code) => reject(new Error(`The server closed a socket: ${code}`)));
  const read = await promise.finally(() => clearTimeout(timer));
  return { at: Math.max(read.at, joined), bytes };
}
