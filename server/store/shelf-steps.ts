// The steps by which articles are kept in order: archived, tagged, opened, counted; migrations.ts runs them.

import { type Kysely, sql } from "kysely";

export async function addShelf(database: Kysely<unknown>): Promise<void> {
  const article = database.schema.alterTable("article");
  await article.addColumn("archived_at", "integer").execute();
  await article.addColumn("tags", "text", (column) => column.notNull().defaultTo("[]")).execute();
  await database.schema.alterTable("visit").addColumn("opened_at", "integer").execute();
  await database.schema
    .alterTable("indexed")
    .addColumn("annotations", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
  await sql`UPDATE indexed SET annotations = (SELECT count(*) FROM passage
    WHERE passage.article_id = indexed.article_id AND passage.author = indexed.room
      AND passage.part = 'annotation')`.execute(database);
}

/** When an article that came in a file of our own was added in the place that it comes from. */
export async function addFirstAdded(database: Kysely<unknown>): Promise<void> {
  await database.schema.alterTable("article").addColumn("first_added_at", "integer").execute();
}
