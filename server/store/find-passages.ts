// Finds passages by their words. Nothing that the asker may not see has a part in what is found, in its
// order or in its number.

import { sql } from "kysely";
import type { KindId } from "#domain/scheme/scheme.ts";
import type { Database } from "./database.ts";
import { NOBODYS } from "./passages.ts";

/** How many passages of one article are told; the others are counted. */
const OF_ONE_ARTICLE = 5;

/** How many words an excerpt has at most. */
const EXCERPT = 24;

/** Stand around what was found; no passage holds them. */
const BEGIN = "\u0002";
const END = "\u0003";

export type Piece = { readonly text: string; readonly found: boolean };

export type FoundPassage = {
  readonly articleId: string;
  readonly part: "title" | "text" | "annotation";
  /** A user id; null for the article itself. */
  readonly author: string | null;
  /** The id of an annotation. */
  readonly place: string;
  readonly kind: KindId | null;
  readonly label: string | null;
  readonly hidden: boolean;
  readonly quote: readonly Piece[];
  readonly words: readonly Piece[];
};

export type FoundArticle = {
  readonly articleId: string;
  /** How many passages there are in all. */
  readonly count: number;
  readonly passages: readonly FoundPassage[];
};

export type Search = {
  readonly query: string;
  /** Article and author of all passages that the asker sees; null: the article's own. */
  readonly seen: readonly (readonly [articleId: string, author: string | null])[];
  /** How many articles are passed over, and how many are told. */
  readonly from: number;
  readonly most: number;
};

/**
 * What people type as SQLite reads it: all words, those in quotation marks in this order, the last one
 * begun. Null when there is no word in it.
 */
function matchOf(typed: string): string | null {
  const phrases = [...withoutMarks(typed).matchAll(/"([^"]+)"|[^\s"]+/gu)]
    .map(([whole, quoted]) => quoted ?? whole)
    .filter((phrase) => /[\p{L}\p{N}]/u.test(phrase))
    .map((phrase) => `"${phrase}"`);
  if (phrases.length === 0) return null;
  return phrases.join(" AND ") + (/[\p{L}\p{N}]$/u.test(typed.trimEnd()) ? "*" : "");
}

/** A text without what stands around what was found. */
export const withoutMarks = (text: string): string => text.replace(/\p{Cc}/gu, " ");

/** The articles in which something was found, the newest first. */
export async function findPassages(database: Database, search: Search): Promise<FoundArticle[]> {
  const match = matchOf(search.query);
  if (match === null) return [];
  const articles = await findArticles(database, match, search);
  const passages = Map.groupBy(
    await tellPassages(database, match, { search, articles: articles.map(({ id }) => id) }),
    ({ articleId }) => articleId,
  );
  return articles.map(({ id, count }) => ({
    articleId: id,
    count,
    passages: passages.get(id) ?? [],
  }));
}

/** Rows of `passage` that match and are seen. */
const matching = (match: string, { seen }: Search) => sql`
  FROM passage_words JOIN passage ON passage.id = passage_words.rowid
    JOIN article ON article.id = passage.article_id
  WHERE passage_words MATCH ${match} AND (passage.article_id, passage.author) IN
    (SELECT value ->> 0, coalesce(value ->> 1, ${NOBODYS}) FROM json_each(${JSON.stringify(seen)}))`;

async function findArticles(database: Database, match: string, search: Search) {
  const { rows } = await sql<{ id: string; count: number }>`
    SELECT article.id, count(*) AS count ${matching(match, search)}
    GROUP BY article.id ORDER BY article.created_at DESC, article.id
    LIMIT ${search.most} OFFSET ${search.from}`.execute(database);
  return rows;
}

const ORDER = sql`instr('title text annotation', part), at, author, place`;

type Row = Omit<FoundPassage, "author" | "hidden" | "quote" | "words"> & {
  readonly author: string;
  readonly hidden: number;
  readonly quote: string;
  readonly words: string;
};

/** The first passages of each of these articles. */
async function tellPassages(
  database: Database,
  match: string,
  { search, articles }: { readonly search: Search; readonly articles: readonly string[] },
): Promise<FoundPassage[]> {
  const seen = search.seen.filter(([article]) => articles.includes(article));
  // the window and the excerpts in two steps: SQLite cannot do both in one
  const { rows: first } = await sql<{ id: number }>`
    SELECT id FROM (SELECT passage.id,
      row_number() OVER (PARTITION BY passage.article_id ORDER BY ${ORDER}) AS number
      ${matching(match, { ...search, seen })}) WHERE number <= ${OF_ONE_ARTICLE}`.execute(database);
  const ids = JSON.stringify(first.map(({ id }) => id));
  const { rows } = await sql<Row>`
    SELECT article_id AS articleId, part, author, place, kind, label, hidden,
      snippet(passage_words, 0, ${BEGIN}, ${END}, '…', ${EXCERPT}) AS quote,
      snippet(passage_words, 1, ${BEGIN}, ${END}, '…', ${EXCERPT}) AS words
    FROM passage_words JOIN passage ON passage.id = passage_words.rowid
    WHERE passage_words MATCH ${match}
      AND passage_words.rowid IN (SELECT value FROM json_each(${ids}))
    ORDER BY ${ORDER}`.execute(database);
  return rows.map(({ author, hidden, quote, words, ...row }) => ({
    ...row,
    author: author === NOBODYS ? null : author,
    hidden: hidden === 1,
    quote: piecesOf(quote),
    words: piecesOf(words),
  }));
}

function piecesOf(excerpt: string): Piece[] {
  return excerpt
    .split(BEGIN)
    .flatMap((part, index): Piece[] => {
      if (index === 0) return [{ text: part, found: false }];
      const [found = "", rest = ""] = part.split(END);
      return [
        { text: found, found: true },
        { text: rest, found: false },
      ];
    })
    .filter(({ text }) => text !== "");
}
