// The article that a fresh Postil opens with: the oldest one that a guest may read.

import * as z from "zod/mini";
import type { Ask } from "./ask-server.ts";

const articlesSchema = z.object({
  articles: z.array(z.object({ id: z.string(), createdAt: z.union([z.string(), z.number()]) })),
});

/** Its id, or null when there is no article to open. */
export async function sampleArticle(ask: Ask): Promise<string | null> {
  const answer = await ask("/articles", { expect: articlesSchema });
  if (!answer.ok) return null;
  const age = (createdAt: string | number): number => new Date(createdAt).getTime();
  const oldest = answer.value.articles.toSorted((a, b) => age(a.createdAt) - age(b.createdAt))[0];
  return oldest?.id ?? null;
}
