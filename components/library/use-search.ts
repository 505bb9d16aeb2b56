// What the server finds for a question that is still being typed.

import { useEffect, useRef, useState } from "react";
import * as z from "zod/mini";
import { KINDS } from "#domain/scheme/scheme.ts";
import { type Ask, useAskServer } from "./ask-server.ts";

/** How long a hand has to rest before the server is asked, in milliseconds. */
const REST = 200;

const excerptSchema = z.array(z.object({ text: z.string(), found: z.boolean() }));

const passageSchema = z.object({
  part: z.enum(["title", "text", "annotation", "reply"]),
  paragraph: z.nullable(z.int()),
  ref: z.nullable(z.string()),
  reply: z.nullable(z.string()),
  sign: z.nullable(z.object({ kind: z.enum(KINDS), name: z.string(), glyph: z.string() })),
  author: z.nullable(z.object({ name: z.nullable(z.string()) })),
  hidden: z.boolean(),
  quote: excerptSchema,
  words: excerptSchema,
});

const articleSchema = z.object({
  id: z.string(),
  title: z.string(),
  language: z.nullable(z.string()),
  space: z.object({ name: z.string() }),
  count: z.int(),
  passages: z.array(passageSchema),
});

const pageSchema = z.object({ articles: z.array(articleSchema), next: z.nullable(z.int()) });

export type Excerpt = z.infer<typeof excerptSchema>;
export type FoundPassage = z.infer<typeof passageSchema>;
export type FoundArticle = z.infer<typeof articleSchema>;

export type Found = {
  /** The question that this answers. */
  readonly query: string;
  readonly articles: readonly FoundArticle[];
  /** How many articles to pass over for the next page; null: that is all. */
  readonly next: number | null;
  /** What went wrong; null: nothing. */
  readonly problem: string | null;
};

type Search = {
  /** The answer to this question or, while it is on its way, to the one before; null: none yet. */
  readonly found: Found | null;
  /** Adds the next page. */
  readonly more: () => Promise<void>;
};

export function useSearch(query: string): Search {
  const ask = useAskServer();
  const [found, setFound] = useState<Found | null>(null);
  const wanted = useRef(query);
  useEffect(() => {
    wanted.current = query;
    const timer = setTimeout(async () => {
      const answer = await askFor(ask, query, 0);
      if (wanted.current === query) setFound(answer);
    }, REST);
    return () => clearTimeout(timer);
  }, [ask, query]);
  const more = async (): Promise<void> => {
    if (found === null || found.next === null) return;
    const page = await askFor(ask, found.query, found.next);
    const articles = [...found.articles, ...page.articles];
    const next = page.problem === null ? page.next : found.next;
    setFound((now) => (now === found ? { ...page, next, articles } : now));
  };
  return { found, more };
}

async function askFor(ask: Ask, query: string, from: number): Promise<Found> {
  const path = `/search?q=${encodeURIComponent(query)}&from=${from}`;
  const page = await ask(path, { expect: pageSchema });
  return page.ok
    ? { query, ...page.value, problem: null }
    : { query, articles: [], next: null, problem: page.sentence };
}
