// What the generator is told to do, and what it answers: plain JSON between the two processes.

import { z } from "zod";

const clientSchema = z.object({
  /** The headers of the client's socket. */
  headers: z.record(z.string(), z.string()),
  /** Who the client says it is. */
  userId: z.string(),
});

export const jobSchema = z.object({
  dialect: z.enum(["postil", "relay", "hocuspocus"]),
  /** The address of the socket. */
  url: z.url(),
  clients: z.array(clientSchema),
  /** The process whose processor time is measured. */
  serverPid: z.int(),
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

const latencySchema = z.object({ p50: millisecondsSchema, p99: millisecondsSchema });

export const resultSchema = z.object({
  operations: z.int(),
  expected: z.int(),
  delivered: z.int(),
  carried: z.int(),
  each: latencySchema,
  last: latencySchema,
  lastOfAnnotations: latencySchema,
  /** Of the server. */
  cpuSeconds: z.number(),
  /** How busy the generator itself was, 1 is one core: near 1 it was the bottleneck. */
  generatorLoad: z.number(),
});

export type JobClient = z.infer<typeof clientSchema>;
export type Job = z.infer<typeof jobSchema>;
export type Result = z.infer<typeof resultSchema>;
