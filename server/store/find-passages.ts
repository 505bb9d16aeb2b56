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
  readonly part: "title" | "text" | "annotation" | "reply";
  /** A user id; null for the article itself. */
  readonly author: string | null;
  /** The id of an annotation or a reply, the number of a paragraph. */
  readonly place: string;
  /** The reference of the annotation that a reply is about; kind and label are those of that annotation. */
  readonly about: string | null;
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

/** What somebody wrote on an article, or the article's own words (null), as the asker sees it. */
export type Seen = {
  readonly articleId: string;
  readonly author: string | null;
  /** Whether the asker may look at what an editor has hidden of it. */
  readonly looks: boolean;
};

export type Search = {
  readonly query: string;
  /** All that the asker sees. */
  readonly seen: readonly Seen[];
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

/** Article, author and whether hidden, of every passage that is seen. */
const seenRows = (seen: readonly Seen[]) => {
  const rows = seen.flatMap(({ articleId, author, looks }) =>
    (looks ? [0, 1] : [0]).map((hidden) => [articleId, author ?? NOBODYS, hidden]),
  );
  return sql`WITH seen (article_id, author, hidden) AS MATERIALIZED
    (SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(${JSON.stringify(rows)}))`;
};

/** Joins the annotation that a reply is about; nothing for what is no reply. */
const ABOUT = sql`LEFT JOIN passage AS about ON about.article_id = passage.article_id
  AND about.part = 'annotation'
  AND about.author = passage.about_author AND about.place = passage.about_place`;

/** Rows of `passage` that match and are seen. A reply is seen where its annotation is, too. */
const matching = (match: string) => sql`
  FROM passage_words JOIN passage ON passage.id = passage_words.rowid
    JOIN article ON article.id = passage.article_id ${ABOUT}
  WHERE passage_words MATCH ${match}
    AND (passage.article_id, passage.author, passage.hidden) IN seen
    AND (passage.part <> 'reply' OR (about.article_id, about.author, about.hidden) IN seen)`;

async function findArticles(database: Database, match: string, search: Search) {
  const { rows } = await sql<{ id: string; count: number }>`${seenRows(search.seen)}
    SELECT article.id, count(*) AS count ${matching(match)}
    GROUP BY article.id ORDER BY article.created_at DESC, article.id
    LIMIT ${search.most} OFFSET ${search.from}`.execute(database);
  return rows;
}

const ORDER = sql`instr('title text annotation reply', passage.part), passage.at, passage.author,
  passage.place`;

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
  const wanted = new Set(articles);
  const seen = search.seen.filter(({ articleId }) => wanted.has(articleId));
  // the window and the excerpts in two steps: SQLite cannot do both in one
  const { rows: first } = await sql<{ id: number }>`${seenRows(seen)}
    SELECT id FROM (SELECT passage.id,
      row_number() OVER (PARTITION BY passage.article_id ORDER BY ${ORDER}) AS number
      ${matching(match)}) WHERE number <= ${OF_ONE_ARTICLE}`.execute(database);
  const ids = JSON.stringify(first.map(({ id }) => id));
  const { rows } = await sql<Row>`
    SELECT passage.article_id AS articleId, passage.part, passage.author, passage.place, passage.hidden,
      coalesce(about.kind, passage.kind) AS kind, coalesce(about.label, passage.label) AS label,
      about.author || '/' || about.place AS about,
      snippet(passage_words, 0, ${BEGIN}, ${END}, '…', ${EXCERPT}) AS quote,
      snippet(passage_words, 1, ${BEGIN}, ${END}, '…', ${EXCERPT}) AS words
    FROM passage_words JOIN passage ON passage.id = passage_words.rowid ${ABOUT}
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

/** The articles of a space that begin with this paragraph; such as came in just now may be missing. */
export async function beginningWith(
  database: Database,
  spaceId: string,
  paragraph: string,
): Promise<{ readonly id: string; readonly title: string }[]> {
  return await database
    .selectFrom("passage")
    .innerJoin("article", "article.id", "passage.article_id")
    .where("article.space_id", "=", spaceId)
    .where("article.archived_at", "is", null)
    .where("passage.part", "=", "text")
    .where("passage.place", "=", "0")
    .where("passage.words", "=", withoutMarks(paragraph))
    .select(["article.id", "article.title"])
    .orderBy("article.created_at", "desc")
    .execute();
}
