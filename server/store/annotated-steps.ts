// The steps of the tables about what other tools have annotated.

import type { Kysely } from "kysely";

export async function createStandIns(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable("stand_in")
    .addColumn("user_id", "text", (column) =>
      column.primaryKey().notNull().references("user.id").onDelete("cascade"),
    )
    .addColumn("space_id", "text", (column) =>
      column.notNull().references("space.id").onDelete("cascade"),
    )
    .execute();
  await database.schema.createIndex("stand_in_space").on("stand_in").column("space_id").execute();
  await database.schema
    .alterTable("import")
    .addColumn("annotated", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
}

/** What is being taken over, until all of it is there. */
export async function createTakings(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable("taking")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("json", "text", (column) => column.notNull())
    .execute();
}
