// The steps of the tables that came with spaces as people make and keep them; migrations.ts runs them.

import { type Kysely, sql } from "kysely";

export async function createAudit(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable("audit")
    .addColumn("id", "integer", (column) => column.primaryKey().autoIncrement())
    .addColumn("space_id", "text", (column) => column.references("space.id").onDelete("cascade"))
    .addColumn("at", "integer", (column) => column.notNull())
    .addColumn("actor_id", "text", (column) => column.references("user.id").onDelete("set null"))
    .addColumn("verb", "text", (column) => column.notNull())
    .addColumn("subject_id", "text")
    .addColumn("details", "text", (column) => column.notNull())
    .execute();
  await database.schema
    .createIndex("audit_space")
    .on("audit")
    .columns(["space_id", "id"])
    .execute();
}

/** The defaults are how spaces were before they had settings. */
export async function addSpaceSettings(database: Kysely<unknown>): Promise<void> {
  const oneOf = (column: string, values: readonly string[]) =>
    sql`${sql.raw(column)} IN (${sql.join(values.map((value) => sql.lit(value)))})`;
  const space = database.schema.alterTable("space");
  await space
    .addColumn("template", "text", (column) =>
      column
        .notNull()
        .defaultTo("class")
        .check(oneOf("template", ["class", "desk", "newsroom"])),
    )
    .execute();
  await space.addColumn("archived_at", "integer").execute();
  await space
    .addColumn("articles_from", "text", (column) =>
      column
        .notNull()
        .defaultTo("annotator")
        .check(oneOf("articles_from", ["annotator", "editor"])),
    )
    .execute();
  await space
    .addColumn("guests_allowed", "integer", (column) => column.notNull().defaultTo(1))
    .execute();
  await space
    .addColumn("waiting_room", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
  await space.addColumn("retention_days", "integer", (column) => column.defaultTo(180)).execute();
  await space.addColumn("ends_at", "integer").execute();
  await space
    .addColumn("names_shown", "integer", (column) => column.notNull().defaultTo(1))
    .execute();
  await space
    .addColumn("visibility", "text", (column) =>
      column
        .notNull()
        .defaultTo("open")
        .check(oneOf("visibility", ["open", "own"])),
    )
    .execute();
}
