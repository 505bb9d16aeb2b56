// What the joiners are told to do, and what they answer: plain JSON between the two processes.

import { z } from "zod";
import { clientSchema, dialectNameSchema } from "./job.ts";

export const joinJobSchema = z.object({
  dialect: dialectNameSchema,
  clients: z.array(clientSchema),
  /** How many come at once, wave after wave; the first of `clients` come in each. */
  waves: z.array(z.int()),
  /** Stamps from 0 up to, not including, this one stand in the article. */
  stamps: z.int(),
});

export type JoinJob = z.infer<typeof joinJobSchema>;

export const joinedSchema = z.object({
  /** Wave → milliseconds until its last client had everything. */
  waves: z.array(z.number()),
  /** What one client was sent, in bytes. */
  bytes: z.number(),
});

export type Joined = z.infer<typeof joinedSchema>;
