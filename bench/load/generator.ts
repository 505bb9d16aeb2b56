// All clients of a room in one process: light ones, which write and count but hold no document.
// Started by measure.ts; takes one job and answers with one result.

import { once } from "node:events";
import { performance } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import type { WebSocket } from "ws";
import { seededRandom } from "../seeded-random.ts";
import { join } from "./connection.ts";
import { cpuSeconds } from "./cpu-time.ts";
import { Deliveries } from "./deliveries.ts";
import { DIALECTS, type Dialect } from "./dialect.ts";
import { type Job, type JobClient, jobSchema, type Result } from "./job.ts";
import { repeat } from "./repeat.ts";
import { findStamps, stampOf } from "./stamp.ts";
import { Writer } from "./writer.ts";

const ANNOTATION_MS = 1000;
const PRESENCE_MS = 200;

/** How long the last operations may take to arrive before they count as lost. */
const DRAIN_MS = 5000;

type Client = {
  readonly index: number;
  readonly socket: WebSocket;
  readonly dialect: Dialect;
  readonly writer: Writer;
};

process.channel?.ref(); // the leash let go of it
const [message]: unknown[] = await once(process, "message");
const result = await run(jobSchema.parse(message));
process.send?.(result, undefined, undefined, () => process.exit());

async function run(job: Job): Promise<Result> {
  const deliveries = new Deliveries(job.clients.length);
  const clients: Client[] = [];
  for (const client of job.clients) clients.push(await open(job, client, deliveries));
  const stop = startWriting(clients, deliveries, seededRandom(job.seed));
  await wait(job.warmup * 1000);
  const from = deliveries.next;
  const cpu = cpuSeconds(job.serverPid);
  const own = performance.eventLoopUtilization();
  await wait(job.seconds * 1000);
  stop();
  const to = deliveries.next;
  const { utilization } = performance.eventLoopUtilization(own);
  await drained(deliveries);
  const used = cpuSeconds(job.serverPid) - cpu;
  return { ...deliveries.tally(from, to), cpuSeconds: used, generatorLoad: utilization };
}

async function open(
  { url, dialect: name, clients }: Job,
  client: JobClient,
  deliveries: Deliveries,
): Promise<Client> {
  const index = clients.indexOf(client);
  const dialect = DIALECTS[name]();
  const onMessage = (message: Buffer): void => {
    const now = performance.now();
    findStamps(message, (operation) => deliveries.received(index, operation, now));
    const refusal = dialect.refusal(message);
    if (refusal !== null) throw new Error(`The server refused an annotation: ${refusal}.`);
  };
  const socket = await join({ url, headers: client.headers, dialect, onMessage });
  socket.on("close", (code, reason) => {
    throw new Error(`The server closed a socket: ${code} ${reason}`);
  });
  return { index, socket, dialect, writer: new Writer(client.userId) };
}

/** Lets every client write at its own moments; returns what stops them all. */
function startWriting(
  clients: readonly Client[],
  deliveries: Deliveries,
  random: () => number,
): () => void {
  const stops = clients.flatMap(({ index, socket, dialect, writer }) => {
    const write = (isAnnotation: boolean): void => {
      const stamp = stampOf(deliveries.next);
      const frame = isAnnotation
        ? dialect.annotation(writer.annotate(stamp).update)
        : dialect.presence(writer.present(stamp));
      deliveries.sent({ sender: index, isAnnotation, at: performance.now() });
      socket.send(frame);
    };
    return [
      repeat(ANNOTATION_MS, random, () => write(true)),
      repeat(PRESENCE_MS, random, () => write(false)),
    ];
  });
  return () => {
    for (const stop of stops) stop();
  };
}

async function drained(deliveries: Deliveries): Promise<void> {
  const deadline = performance.now() + DRAIN_MS;
  while (!deliveries.isComplete && performance.now() < deadline) await wait(10);
}
