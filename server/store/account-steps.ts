// The steps of the tables that belong to accounts.

import { type Kysely, sql } from "kysely";

/** What scripts show in the place of a session. */
export async function createTokens(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable("token")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("user_id", "text", (column) =>
      column.notNull().references("user.id").onDelete("cascade"),
    )
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("hash", "text", (column) => column.notNull().unique())
    .addColumn("access", "text", (column) => column.notNull())
    .addColumn("spaces", "text")
    .addColumn("created_at", "integer", (column) => column.notNull())
    .addColumn("used_at", "integer")
    .execute();
  await database.schema.createIndex("token_user").on("token").column("user_id").execute();
}

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

/**
 * An identity has one row. Two that came at once could add it twice; the first is the one that was ever
 * answered, so the others go.
 */
export async function keepIdentitiesOnce(database: Kysely<unknown>): Promise<void> {
  const first = sql`SELECT min(rowid) FROM account GROUP BY "providerId", "accountId"`;
  await sql`DELETE FROM account WHERE rowid NOT IN (${first})`.execute(database);
  await database.schema
    .createIndex("account_identity")
    .on("account")
    .columns(["providerId", "accountId"])
    .unique()
    .execute();
}
