// All clients of one measurement in one process: light ones, which write and count but hold no copy.

import { performance } from "node:perf_hooks";
import { setTimeout as wait } from "node:timers/promises";
import { seededRandom } from "../seeded-random.ts";
import { type Connection, join } from "./connection.ts";
import { cpuSeconds } from "./cpu-time.ts";
import { Deliveries, latency, type Tally } from "./deliveries.ts";
import { type Dialect, dialectAt } from "./dialect.ts";
import { type Job, type JobClient, jobSchema, type Result } from "./job.ts";
import { Pen } from "./pen.ts";
import { repeat } from "./repeat.ts";
import { residentMemory } from "./resident-memory.ts";
import { answerJob } from "./run-script.ts";
import { findStamps, stampOf } from "./stamp.ts";

/** How long the last operations may take to arrive before they count as lost. */
const DRAIN_MS = 5000;

type Client = {
  readonly index: number;
  readonly connection: Connection;
  readonly pen: Pen;
  /** When each annotation went out, and how long its answer took, if one came. */
  readonly sentAt: number[];
  readonly answeredAfter: number[];
};

await answerJob((job) => run(jobSchema.parse(job)));

async function run(job: Job): Promise<Result> {
  const addresses = job.clients.map(({ url }) => url);
  const deliveries = new Deliveries(
    addresses.map((url) => addresses.indexOf(url)),
    job.first,
  );
  const clients: Client[] = [];
  for (const [index, client] of job.clients.entries()) {
    clients.push(await open(job, { client, index, deliveries }));
  }
  const stop = startWriting(job, clients, deliveries);
  await wait(job.warmup * 1000);
  const firstRequests = clients.map(({ sentAt }) => sentAt.length);
  const result = await observe(job, deliveries, stop);
  const answers = clients.flatMap(({ answeredAfter }, index) =>
    Object.values(answeredAfter.slice(firstRequests[index])),
  );
  return { ...result, acknowledgement: latency(answers) };
}

type Observed = Tally & Omit<Result, "acknowledgement">;

/** Measures what happens from now on until everything has arrived. */
async function observe(
  { serverPid, seconds }: Job,
  deliveries: Deliveries,
  stop: () => void,
): Promise<Observed> {
  const from = deliveries.next;
  const start = performance.now();
  const cpu = cpuSeconds(serverPid);
  const own = performance.eventLoopUtilization();
  await wait(seconds * 1000);
  stop();
  const to = deliveries.next;
  const { utilization } = performance.eventLoopUtilization(own);
  const memory = residentMemory(serverPid);
  await drained(deliveries);
  return {
    ...deliveries.tally(from, to),
    seconds: (performance.now() - start) / 1000,
    cpuSeconds: cpuSeconds(serverPid) - cpu,
    memory,
    generatorLoad: utilization,
  };
}

type Place = {
  readonly client: JobClient;
  readonly index: number;
  readonly deliveries: Deliveries;
};

async function open(job: Job, { client, index, deliveries }: Place): Promise<Client> {
  const dialect = dialectAt(job.dialect, client.url);
  const sentAt: number[] = [];
  const answeredAfter: number[] = [];
  const onMessage = (message: Buffer): void => {
    const now = performance.now();
    findStamps(message, (operation) => deliveries.received(index, operation, now));
    const request = storedRequest(dialect, message);
    if (request !== null) answeredAfter[request - 1] = now - (sentAt[request - 1] ?? now);
  };
  const connection = await join({ ...client, dialect, onMessage });
  void connection.ended.then((code) => {
    throw new Error(`The server closed a socket: ${code}`);
  });
  return {
    index,
    connection,
    pen: new Pen(dialect, client.userId, job.keep),
    sentAt,
    answeredAfter,
  };
}

/** The number of the annotation that this message calls stored, or null. Throws when it calls one refused. */
function storedRequest(dialect: Dialect, message: Buffer): number | null {
  const answered = dialect.answer(message);
  if (answered === null) return null;
  if (answered.answer === "stored") return answered.request;
  throw new Error(`The server refused an annotation: ${answered.answer}.`);
}

/** Lets every client write at its own moments; returns what stops them all. */
function startWriting(
  { annotations, presence, warmup, seconds, seed }: Job,
  clients: readonly Client[],
  deliveries: Deliveries,
): () => void {
  const random = seededRandom(seed);
  for (const { pen } of clients) pen.fill(annotations * (warmup + seconds));
  const stops = clients.flatMap(({ index, connection, pen, sentAt }) => {
    const write = (isAnnotation: boolean): void => {
      const stamp = stampOf(deliveries.next);
      const frame = isAnnotation ? pen.annotation(stamp) : pen.presence(stamp);
      const at = performance.now();
      deliveries.sent({ sender: index, isAnnotation, at });
      if (isAnnotation) sentAt.push(at);
      connection.send(frame);
    };
    return [
      annotations > 0 && repeat(1000 / annotations, random, () => write(true)),
      presence > 0 && repeat(1000 / presence, random, () => write(false)),
    ].filter((stop) => stop !== false);
  });
  return () => {
    for (const stop of stops) stop();
  };
}

async function drained(deliveries: Deliveries): Promise<void> {
  const deadline = performance.now() + DRAIN_MS;
  while (!deliveries.isComplete && performance.now() < deadline) await wait(10);
}
