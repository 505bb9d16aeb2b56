// Reads `/api` for a page, as the visitor: the only way from pages to the server.

import { headers } from "next/headers";
import { z } from "zod";
import { problemWords } from "#components/words/problem-words.ts";
import type { ArticleNode } from "#domain/article/article.ts";
import { personSchema, ROLES } from "#domain/person.ts";
import { KINDS, type Scheme } from "#domain/scheme/scheme.ts";
import { parseScheme } from "#domain/scheme/scheme-schema.ts";
import { TEMPLATES, VISIBILITIES } from "#domain/space.ts";
import { readWords } from "./words.tsx";

/** What a page got: the value, or the status of the refusal with its sentence. */
export type Reading<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly status: number; readonly sentence: string };

const spaceSchema = z.object({ id: z.string(), name: z.string(), role: z.enum(ROLES) });
const languageSchema = z
  .string()
  .nullish()
  .transform((language) => language ?? "");

export const sessionSchema = z.object({ user: z.union([personSchema, z.null()]) });

export const spacesSchema = z.object({
  spaces: z.array(spaceSchema.extend({ archived: z.boolean(), mayAdd: z.boolean() })),
  mayMake: z.boolean(),
});

export const articlesSchema = z.object({
  articles: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      space: spaceSchema,
      language: languageSchema,
      tags: z.array(z.string()),
      archived: z.boolean(),
      createdAt: z.coerce.date(),
      changedAt: z.coerce.date(),
      openedAt: z.union([z.null(), z.coerce.date()]),
      own: z.int(),
      all: z.object({ people: z.int(), annotations: z.int() }).nullable(),
      mayArrange: z.boolean(),
    }),
  ),
});

export const articleSchema = z.object({
  id: z.string(),
  title: z.string(),
  byline: z.string().nullish(),
  source: z.string().nullish(),
  language: languageSchema,
  space: spaceSchema,
  role: z.enum(ROLES),
  template: z.enum(TEMPLATES),
  visibility: z.enum(VISIBILITIES),
  seesAll: z.boolean(),
  archived: z.boolean(),
  /** `start` counts in the flat text, in UTF-16 code units. */
  blocks: z.array(z.object({ start: z.int() })),
  /** The nodes themselves are checked by what draws them. */
  content: z.custom<readonly ArticleNode[]>(Array.isArray),
});

export type Article = z.infer<typeof articleSchema>;

/** The scheme of a space, and who made it what it is; null for the one that every space begins with. */
export const spaceSchemeSchema = z.object({
  scheme: z.custom<Scheme>((value) => parseScheme(value).ok),
  changedBy: z.object({ name: z.string() }).nullable(),
  changedAt: z.coerce.date().nullable(),
});

/** Block, start, end (both inside the block) and kind of each highlight. */
export const highlightsSchema = z.object({
  highlights: z.array(z.tuple([z.int(), z.int(), z.int(), z.enum(KINDS)])),
});

export type Highlights = z.infer<typeof highlightsSchema>["highlights"];

/** Asks `/api` + `path` with the visitor's cookie. Throws when the server cannot be reached or answers nonsense. */
export async function readApi<T>(
  path: string,
  schema: { readonly parse: (json: unknown) => T },
): Promise<Reading<T>> {
  // biome-ignore lint/style/noProcessEnv: the server tells its own pages where it listens, and only this file asks
  const origin = process.env.POSTIL_INTERNAL_ORIGIN ?? "http://127.0.0.1:3000";
  const cookie = (await headers()).get("cookie") ?? "";
  const response = await fetch(`${origin}/api${path}`, { headers: { cookie }, cache: "no-store" });
  const json: unknown = await response.json().catch(() => null);
  if (response.ok) return { ok: true, value: schema.parse(json) };
  const words = await readWords("problems");
  const sentence = problemWords(words, json) ?? words("no-answer");
  return { ok: false, status: response.status, sentence };
}
