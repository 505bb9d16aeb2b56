// Everything that is in a space as one file of JSON: its articles, each with what was written on it.

import * as z from "zod/mini";
import type { Answer, Ask } from "../library/ask-server.ts";
import type { Space } from "./space-answers.ts";

const articlesSchema = z.object({
  articles: z.array(z.object({ id: z.string(), space: z.object({ id: z.string() }) })),
});

/** The text of the file, or why there is none. */
export async function exportSpace(ask: Ask, { id, name }: Space): Promise<Answer<string>> {
  const listed = await ask("/articles", { expect: articlesSchema });
  if (!listed.ok) return listed;
  const articles: unknown[] = [];
  for (const article of listed.value.articles.filter(({ space }) => space.id === id)) {
    const read = await ask(`/articles/${article.id}`, { expect: z.unknown() });
    if (!read.ok) return read;
    const written = await ask(`/articles/${article.id}/annotations`, { expect: z.unknown() });
    if (!written.ok) return written;
    articles.push({ article: read.value, written: written.value });
  }
  return { ok: true, value: JSON.stringify({ space: { id, name }, articles }, null, 2) };
}
