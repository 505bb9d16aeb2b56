// The JSON of webhooks.

import { z } from "@hono/zod-openapi";
import { DELIVERY_STATES, HOOK_ENDS, HOOK_FAULTS, HOOK_TOPICS } from "#domain/hook.ts";

const topics = z
  .array(z.enum(HOOK_TOPICS))
  .min(1)
  .max(HOOK_TOPICS.length)
  .openapi({ description: "What it wants to know of." });

const url = z.string().max(2000).openapi({
  description: "An https address of the public web.",
  example: "https://example.org/in",
});

export const newHookShape = z.strictObject({ url, topics }).openapi("NewHook");

export const hookChangeShape = z
  .strictObject({
    ...{ url, topics },
    on: z.boolean().openapi({ description: "Whether it is told anything." }),
    removed: z
      .literal(false)
      .openapi({ description: "Brings back what was removed in the last ten minutes." }),
  })
  .partial()
  .refine((change) => Object.keys(change).length > 0, "must name something to change")
  .openapi("HookChange");

const outcome = {
  status: z.int().nullable().openapi({ description: "What was answered; null: nothing." }),
  fault: z.enum(HOOK_FAULTS).nullable(),
};

export const hookShape = z
  .object({
    id: z.string(),
    ...{ url, topics },
    madeAt: z.iso.datetime(),
    ended: z
      .object({ at: z.iso.datetime(), why: z.enum(HOOK_ENDS) })
      .nullable()
      .openapi({ description: "Since when it is off, and why; null while it is on." }),
    oldSecretUntil: z.iso.datetime().nullable().openapi({
      description:
        "Until when deliveries are signed with a secret of before, too; null where there is none.",
    }),
    waiting: z.int().openapi({ description: "How many events wait to be told." }),
    deliveries: z
      .array(
        z.object({
          id: z.string().openapi({ description: "The header webhook-id." }),
          at: z.iso.datetime(),
          events: z.int().openapi({ description: "0: a test." }),
          attempts: z.int(),
          state: z.enum(DELIVERY_STATES),
          nextAt: z.iso.datetime().nullable(),
          ...outcome,
        }),
      )
      .openapi({ description: "The last ones first." }),
  })
  .openapi("Hook");

export const hooksShape = z.object({ hooks: z.array(hookShape) });

export const madeHookShape = hookShape
  .extend({
    secret: z.string().openapi({ description: "What deliveries are signed with. Told this once." }),
  })
  .openapi("MadeHook");

export const testedShape = z.object(outcome).openapi("TestedHook");
