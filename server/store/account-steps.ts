// The steps of the tables that belong to accounts.

import type { Kysely } from "kysely";

/** Single-use tokens. */
export async function createTickets(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable("ticket")
    .addColumn("hash", "text", (column) => column.primaryKey().notNull())
    .addColumn("purpose", "text", (column) => column.notNull())
    .addColumn("value", "text", (column) => column.notNull())
    .addColumn("expires_at", "integer", (column) => column.notNull())
    .execute();
}
