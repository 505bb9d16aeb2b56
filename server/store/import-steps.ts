// The steps of the tables about what is brought in.

import type { Kysely } from "kysely";

export async function createImports(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable("import")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("user_id", "text", (column) =>
      column.notNull().references("user.id").onDelete("cascade"),
    )
    .addColumn("imported", "text", (column) => column.notNull())
    .addColumn("hash", "text", (column) => column.notNull())
    .addColumn("fetched_at", "integer", (column) => column.notNull())
    .execute();
  await database.schema.createIndex("import_user").on("import").column("user_id").execute();
  for (const name of ["published", "source_hash"]) {
    await database.schema.alterTable("article").addColumn(name, "text").execute();
  }
  await database.schema.alterTable("article").addColumn("fetched_at", "integer").execute();
}

/** How what was brought in became an article. */
export async function addTaken(database: Kysely<unknown>): Promise<void> {
  await database.schema.alterTable("article").addColumn("taken", "text").execute();
}
