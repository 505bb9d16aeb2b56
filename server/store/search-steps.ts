// The steps of the tables that are searched; migrations.ts runs them.

import { type Kysely, sql } from "kysely";

/**
 * Passages, and an index of their words that triggers keep equal to them: a passage that goes takes its
 * words along, be it by a cascade. Titles are passages from the moment they are written.
 */
export async function createSearch(database: Kysely<unknown>): Promise<void> {
  await createPassages(database);
  await database.schema
    .createTable("indexed")
    .addColumn("article_id", "text", (column) =>
      column.notNull().references("article.id").onDelete("cascade"),
    )
    .addColumn("room", "text", (column) => column.notNull())
    .addColumn("seq", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("indexed_key", ["article_id", "room"])
    .execute();
  const statements = [...WORDS, ALL_TITLES, ...TITLES];
  for (const statement of statements) await sql.raw(statement).execute(database);
}

/**
 * Replies can be found, too, each with the annotation that it is about. Passages are what can be read anew
 * from articles: they are put in again after the start.
 */
export async function addReplies(database: Kysely<unknown>): Promise<void> {
  await database.schema.dropTable("passage_words").execute();
  await database.schema.dropTable("passage").execute();
  await createPassages(database, ["reply"]);
  for (const column of ["about_author", "about_place"]) {
    await database.schema.alterTable("passage").addColumn(column, "text").execute();
  }
  for (const statement of [...WORDS, ALL_TITLES]) await sql.raw(statement).execute(database);
  await sql`DELETE FROM indexed`.execute(database);
}

async function createPassages(
  database: Kysely<unknown>,
  more: readonly string[] = [],
): Promise<void> {
  const parts = ["title", "text", "annotation", ...more].map((part) => sql.lit(part));
  await database.schema
    .createTable("passage")
    .addColumn("id", "integer", (column) => column.primaryKey())
    .addColumn("article_id", "text", (column) =>
      column.notNull().references("article.id").onDelete("cascade"),
    )
    .addColumn("part", "text", (column) =>
      column.notNull().check(sql`part IN (${sql.join(parts)})`),
    )
    .addColumn("author", "text", (column) => column.notNull())
    .addColumn("place", "text", (column) => column.notNull())
    .addColumn("at", "integer", (column) => column.notNull())
    .addColumn("kind", "text")
    .addColumn("label", "text")
    .addColumn("hidden", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("quote", "text", (column) => column.notNull().defaultTo(""))
    .addColumn("words", "text", (column) => column.notNull())
    .addUniqueConstraint("passage_place", ["article_id", "author", "part", "place"])
    .execute();
}

const ADD = `INSERT INTO passage_words (rowid, quote, words) VALUES (new.id, new.quote, new.words);`;
const REMOVE = `INSERT INTO passage_words (passage_words, rowid, quote, words)
  VALUES ('delete', old.id, old.quote, old.words);`;

/** `secure-delete` takes a word out of the index at once, instead of noting that it is gone. */
const WORDS = [
  `CREATE VIRTUAL TABLE passage_words USING fts5(
    quote, words, content='passage', content_rowid='id', tokenize='unicode61 remove_diacritics 2')`,
  `INSERT INTO passage_words (passage_words, rank) VALUES ('secure-delete', 1)`,
  `CREATE TRIGGER passage_added AFTER INSERT ON passage BEGIN ${ADD} END`,
  `CREATE TRIGGER passage_removed AFTER DELETE ON passage BEGIN ${REMOVE} END`,
  `CREATE TRIGGER passage_changed AFTER UPDATE OF quote, words ON passage BEGIN ${REMOVE} ${ADD} END`,
];

const ALL_TITLES = `INSERT INTO passage (article_id, part, author, place, at, words)
  SELECT id, 'title', '', '', 0, title FROM article`;

const TITLES = [
  `CREATE TRIGGER article_titled AFTER INSERT ON article BEGIN
    INSERT INTO passage (article_id, part, author, place, at, words)
      VALUES (new.id, 'title', '', '', 0, new.title); END`,
  `CREATE TRIGGER article_retitled AFTER UPDATE OF title ON article BEGIN
    UPDATE passage SET words = new.title WHERE article_id = new.id AND part = 'title'; END`,
];

/** What is not searched, and told when it changes: attributes, and what somebody voted. Null where it was not looked at yet. */
export async function addTold(database: Kysely<unknown>): Promise<void> {
  await database.schema.alterTable("passage").addColumn("attributes", "text").execute();
  await database.schema.alterTable("indexed").addColumn("votes", "text").execute();
}
