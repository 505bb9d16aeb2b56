// A scheme as JSON that goes in and out.

import { z } from "@hono/zod-openapi";
import type { Scheme } from "#domain/scheme/scheme.ts";
import { schemeSchema } from "#domain/scheme/scheme-schema.ts";

/** OpenAPI 3.1 describes with JSON Schema, too; as JSON it fits, the types of the two libraries do not. */
const { $schema: _, ...description } = JSON.parse(
  JSON.stringify(z.toJSONSchema(schemeSchema, { io: "input" })),
);

/** Checked by `parseScheme`, which says what is wrong. */
const schemeShape = z.custom<Scheme>().openapi("Scheme", description);

export const schemeAnswerShape = z
  .object({
    scheme: schemeShape,
    changedBy: z.object({ id: z.string(), name: z.string() }).nullable(),
    changedAt: z.iso.datetime().nullable().openapi({ description: "Null: never changed here." }),
  })
  .openapi("SchemeAnswer");

export const newSchemeShape = z
  .strictObject({
    basedOn: z.int().positive().openapi({ description: "The version that was changed." }),
    scheme: schemeShape,
  })
  .openapi("NewScheme");
