// What the API tells of something that was brought in.

import * as z from "zod/mini";
import type { ArticleNode } from "#domain/article/article.ts";
import { NOTICE_CODES } from "#domain/article/notices.ts";

export const importSchema = z.object({
  id: z.string(),
  title: z.string(),
  byline: z.nullable(z.string()),
  published: z.nullable(z.string()),
  source: z.nullable(z.string()),
  language: z.nullable(z.string()),
  blocks: z.array(z.object({ text: z.string() })),
  /** The nodes themselves are checked by what draws them. */
  content: z.custom<readonly ArticleNode[]>(Array.isArray),
  notices: z.array(z.object({ code: z.enum(NOTICE_CODES), count: z.int() })),
});

export type Import = z.infer<typeof importSchema>;
