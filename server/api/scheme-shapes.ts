// A scheme as JSON that goes in and out.

import { z } from "@hono/zod-openapi";
import type { Attribute, Scheme } from "#domain/scheme/scheme.ts";
import { attributeSchema, schemeSchema } from "#domain/scheme/scheme-schema.ts";

/** OpenAPI 3.1 describes with JSON Schema, too; as JSON it fits, the types of the two libraries do not. */
function described(schema: typeof schemeSchema | typeof attributeSchema) {
  const { $schema: _, ...description } = JSON.parse(
    JSON.stringify(z.toJSONSchema(schema, { io: "input" })),
  );
  return description;
}

/** Checked by `parseScheme`, which says what is wrong. */
const schemeShape = z.custom<Scheme>().openapi("Scheme", described(schemeSchema));

/** Only ever goes out. */
export const attributeShape = z
  .custom<Attribute>()
  .openapi("Attribute", described(attributeSchema));

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
