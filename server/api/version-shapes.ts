// The JSON about versions of a text.

import { z } from "@hono/zod-openapi";
import { ARTICLE_LENGTH } from "#domain/article/article.ts";

export const newVersionShape = z
  .strictObject({
    text: z
      .string()
      .max(ARTICLE_LENGTH)
      .transform((text) => text.toWellFormed()),
    preview: z.boolean().optional().openapi({ description: "Only tell what would happen." }),
  })
  .openapi("NewVersion");

export const versionsShape = z.object({
  versions: z.array(
    z.object({
      number: z.int().positive(),
      hash: z.string(),
      by: z.string().nullable().openapi({ description: "Who locked it; null: gone since." }),
      at: z.iso.datetime(),
    }),
  ),
});

export const carryOverShape = z
  .object({
    hash: z.string().openapi({ description: "SHA-256 of the new text." }),
    kept: z.int(),
    moved: z.int(),
    lost: z.int(),
    changes: z.array(
      z.object({
        id: z.string(),
        author: z.string(),
        outcome: z.enum(["kept", "moved", "lost"]),
        before: z.string(),
        after: z.string().nullable(),
      }),
    ),
    paragraphs: z
      .array(
        z.object({
          before: z.string().nullable(),
          after: z.string().nullable(),
          block: z.int().nullable().openapi({
            description: "Which block of what was brought in it is in; null for one that went.",
          }),
        }),
      )
      .openapi({
        description: "The paragraphs that changed, in their order; null where one came or went.",
      }),
    left: z.array(z.int()).openapi({
      description:
        "Which blocks of what was brought in were left out when it was brought in before: they are left out again where `without` is absent.",
    }),
  })
  .openapi("CarryOver", {
    description: "What a new text changes, and what becomes of annotations.",
  });
