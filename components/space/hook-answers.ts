// What the API tells of webhooks, checked where it arrives.

import * as z from "zod/mini";
import { DELIVERY_STATES, HOOK_ENDS, HOOK_FAULTS, HOOK_TOPICS } from "#domain/hook.ts";

const outcome = { status: z.nullable(z.int()), fault: z.nullable(z.enum(HOOK_FAULTS)) };

export const hookSchema = z.object({
  id: z.string(),
  url: z.string(),
  topics: z.array(z.enum(HOOK_TOPICS)),
  ended: z.nullable(z.object({ at: z.string(), why: z.enum(HOOK_ENDS) })),
  oldSecretUntil: z.nullable(z.string()),
  waiting: z.int(),
  deliveries: z.array(
    z.object({
      id: z.string(),
      at: z.string(),
      events: z.int(),
      state: z.enum(DELIVERY_STATES),
      nextAt: z.nullable(z.string()),
      attempts: z.int(),
      ...outcome,
    }),
  ),
});

/** A webhook; of its deliveries the last ones first, those of no events being tests. */
export type Hook = Readonly<z.infer<typeof hookSchema>>;

export type Delivery = Hook["deliveries"][number];

export const hooksSchema = z.object({ hooks: z.array(hookSchema) });

export const madeHookSchema = z.object({ secret: z.string() });

export const testedSchema = z.object(outcome);

/** What came of something that was sent. */
export type Outcome = Readonly<z.infer<typeof testedSchema>>;
