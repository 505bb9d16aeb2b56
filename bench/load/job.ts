// What the generator is told to do, and what it answers: plain JSON between the two processes.

import { z } from "zod";

export const clientSchema = z.object({
  /** The address of the socket; who has the same is in the same room. */
  url: z.url(),
  /** The headers of the client's socket. */
  headers: z.record(z.string(), z.string()),
  /** Who the client says it is. */
  userId: z.string(),
});

export const dialectNameSchema = z.enum(["postil", "relay", "official", "hocuspocus"]);

export const jobSchema = z.object({
  dialect: dialectNameSchema,
  clients: z.array(clientSchema),
  /** The process whose processor time is measured. */
  serverPid: z.int(),
  /** What each client does in a second, on average: annotations, and presence updates. */
  annotations: z.number(),
  presence: z.number(),
  /** How many annotations each client leaves there: with each further one it takes its oldest away. */
  keep: z.int().optional(),
  /** The number of the first operation, 0 when left out: beyond all that the rooms hold already. */
  first: z.int().optional(),
  /** Seconds of the same load before, and during the measurement. */
  warmup: z.number(),
  seconds: z.number(),
  seed: z.int(),
});

/** JSON has no NaN, which stands for "nothing arrived", and sends null instead. */
const millisecondsSchema = z
  .number()
  .nullable()
  .transform((value) => value ?? Number.NaN);

const latencySchema = z.object({
  p50: millisecondsSchema,
  p95: millisecondsSchema,
  p99: millisecondsSchema,
});

export const resultSchema = z.object({
  operations: z.int(),
  expected: z.int(),
  delivered: z.int(),
  carried: z.int(),
  each: latencySchema,
  last: latencySchema,
  lastOfAnnotations: latencySchema,
  /** From an annotation's way out to the server's answer that it is stored, where there is one. */
  acknowledgement: latencySchema,
  /** How long it really took, the last deliveries included, and the processor time of the server meanwhile. */
  seconds: z.number(),
  cpuSeconds: z.number(),
  /** Resident memory of the server before the last deliveries, in bytes. */
  memory: z.number(),
  /** The share of the time in which the generator was at work, or waited for a core: near 1 it was the bottleneck. */
  generatorLoad: z.number(),
});

export type JobClient = z.infer<typeof clientSchema>;
export type Job = z.infer<typeof jobSchema>;
export type Result = z.infer<typeof resultSchema>;
