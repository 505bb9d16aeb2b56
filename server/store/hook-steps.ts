// The steps of the tables of webhooks; migrations.ts runs them.

import type { Kysely } from "kysely";

export async function createHooks(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable("hook")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("space_id", "text", (column) =>
      column.notNull().references("space.id").onDelete("cascade"),
    )
    .addColumn("url", "text", (column) => column.notNull())
    .addColumn("secret", "text", (column) => column.notNull())
    .addColumn("topics", "text", (column) => column.notNull())
    .addColumn("made_by", "text", (column) => column.references("user.id").onDelete("set null"))
    .addColumn("made_at", "integer", (column) => column.notNull())
    .addColumn("ended_at", "integer")
    .addColumn("ended_why", "text")
    .addColumn("removed_at", "integer")
    .addColumn("missed", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
  await database.schema.createIndex("hook_space").on("hook").column("space_id").execute();
  await createDeliveries(database);
  await createEvents(database);
}

async function createDeliveries(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable("hook_delivery")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("hook_id", "text", (column) =>
      column.notNull().references("hook.id").onDelete("cascade"),
    )
    .addColumn("made_at", "integer", (column) => column.notNull())
    .addColumn("events", "integer", (column) => column.notNull())
    .addColumn("missed", "integer", (column) => column.notNull())
    .addColumn("attempts", "integer", (column) => column.notNull().defaultTo(0))
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("next_at", "integer")
    .addColumn("tried_at", "integer")
    .addColumn("status", "integer")
    .addColumn("fault", "text")
    .execute();
  await database.schema
    .createIndex("hook_delivery_hook")
    .on("hook_delivery")
    .columns(["hook_id", "made_at"])
    .execute();
  await database.schema
    .createIndex("hook_delivery_next")
    .on("hook_delivery")
    .column("next_at")
    .execute();
}

async function createEvents(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable("hook_event")
    .addColumn("id", "integer", (column) => column.primaryKey().autoIncrement())
    .addColumn("hook_id", "text", (column) =>
      column.notNull().references("hook.id").onDelete("cascade"),
    )
    .addColumn("delivery_id", "text", (column) =>
      column.references("hook_delivery.id").onDelete("cascade"),
    )
    .addColumn("at", "integer", (column) => column.notNull())
    .addColumn("type", "text", (column) => column.notNull())
    .addColumn("article_id", "text")
    .addColumn("user_id", "text")
    .addColumn("place", "text")
    .execute();
  await database.schema
    .createIndex("hook_event_hook")
    .on("hook_event")
    .columns(["hook_id", "delivery_id", "id"])
    .execute();
  await database.schema
    .createIndex("hook_event_delivery")
    .on("hook_event")
    .column("delivery_id")
    .execute();
  await database.schema.createIndex("hook_event_user").on("hook_event").column("user_id").execute();
}

/** The secrets that were replaced and are signed with for a while longer. */
export async function addOldSecrets(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable("hook_secret")
    .addColumn("hook_id", "text", (column) =>
      column.notNull().references("hook.id").onDelete("cascade"),
    )
    .addColumn("secret", "text", (column) => column.notNull())
    .addColumn("ends_at", "integer", (column) => column.notNull())
    .execute();
  await database.schema
    .createIndex("hook_secret_hook")
    .on("hook_secret")
    .columns(["hook_id", "ends_at"])
    .execute();
}
