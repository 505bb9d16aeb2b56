// The JSON about what is brought in.

import { z } from "@hono/zod-openapi";
import { NOTICE_CODES } from "#domain/article/notices.ts";
import { addressShape, nodeShape, withoutShape } from "./shapes.ts";

export const fetchShape = z.strictObject({ url: addressShape }).openapi("Fetch");

/** A file as the body of a request. */
export const fileBody = {
  schema: z.custom<never>().openapi({
    type: "string",
    format: "binary",
    description:
      "The bytes of a file (web page, Word, PDF, EPUB, Markdown, plain text), named by X-File-Name (percent-encoded) or Content-Disposition.",
  }),
};

export const importShape = z
  .object({
    id: z.string(),
    title: z.string(),
    byline: z.string().nullable(),
    published: z.string().nullable().openapi({ description: "As the source says it." }),
    source: z.string().nullable().openapi({ description: "An address, or the name of a file." }),
    language: z.string().nullable(),
    blocks: z
      .array(z.object({ index: z.int(), type: z.string(), text: z.string() }))
      .openapi({ description: "What stands at the top, to be left out by its index." }),
    content: z.array(nodeShape),
    notices: z.array(z.object({ code: z.enum(NOTICE_CODES), count: z.int() })),
    hash: z.string().openapi({ description: "SHA-256 of the bytes that came." }),
    fetchedAt: z.iso.datetime(),
  })
  .openapi("Import");

export const reimportShape = z
  .strictObject({
    import: z.string(),
    without: withoutShape.optional(),
    preview: z.boolean().optional().openapi({ description: "Only tell what would happen." }),
  })
  .openapi("Reimport");
