// The steps of what is kept for a while so that it can be brought back; migrations.ts runs them.

import { type Kysely, sql } from "kysely";
import { ROLES } from "#domain/person.ts";

export async function createRemovals(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable("removal")
    .addColumn("space_id", "text", (column) =>
      column.notNull().references("space.id").onDelete("cascade"),
    )
    .addColumn("user_id", "text", (column) =>
      column.notNull().references("user.id").onDelete("cascade"),
    )
    .addColumn("role", "text", (column) =>
      column.notNull().check(sql`role IN (${sql.join(ROLES.map((role) => sql.lit(role)))})`),
    )
    .addColumn("joined_at", "integer", (column) => column.notNull())
    .addColumn("removed_at", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("removal_key", ["space_id", "user_id"])
    .execute();
}

export async function keepClosedEntrances(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable("closed_code")
    .addColumn("space_id", "text", (column) =>
      column.primaryKey().notNull().references("space.id").onDelete("cascade"),
    )
    .addColumn("code", "text", (column) => column.notNull())
    .addColumn("expires_at", "integer", (column) => column.notNull())
    .addColumn("replaced_by", "text")
    .addColumn("closed_at", "integer", (column) => column.notNull())
    .execute();
  for (const table of ["invite", "personal_invite"]) {
    await database.schema.alterTable(table).addColumn("revoked_at", "integer").execute();
  }
}
