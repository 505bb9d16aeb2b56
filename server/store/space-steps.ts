// The steps of the tables that came with spaces as people make and keep them; migrations.ts runs them.

import { type Kysely, sql } from "kysely";
import { ROLES } from "#domain/person.ts";

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

/** How people come into a space: by links, by the code of a class, by waiting until somebody lets them in. */
export async function createEntrances(database: Kysely<unknown>): Promise<void> {
  const role = (name: string) =>
    sql`${sql.raw(name)} IN (${sql.join(ROLES.map((each) => sql.lit(each)))})`;
  await database.schema
    .createTable("invite")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("space_id", "text", (column) =>
      column.notNull().references("space.id").onDelete("cascade"),
    )
    .addColumn("hash", "text", (column) => column.notNull().unique())
    .addColumn("role", "text", (column) => column.notNull().check(role("role")))
    .addColumn("expires_at", "integer", (column) => column.notNull())
    .addColumn("uses_left", "integer")
    .addColumn("made_by", "text", (column) => column.references("user.id").onDelete("set null"))
    .addColumn("made_at", "integer", (column) => column.notNull())
    .execute();
  await database.schema.createIndex("invite_space").on("invite").column("space_id").execute();
  await database.schema
    .createTable("class_code")
    .addColumn("space_id", "text", (column) =>
      column.primaryKey().notNull().references("space.id").onDelete("cascade"),
    )
    .addColumn("code", "text", (column) => column.notNull().unique())
    .addColumn("expires_at", "integer", (column) => column.notNull())
    .execute();
  await createWaiting(database);
}

async function createWaiting(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable("waiting")
    .addColumn("space_id", "text", (column) =>
      column.notNull().references("space.id").onDelete("cascade"),
    )
    .addColumn("user_id", "text", (column) =>
      column.notNull().references("user.id").onDelete("cascade"),
    )
    .addColumn("id", "text", (column) => column.notNull().unique())
    .addColumn("asked_at", "integer", (column) => column.notNull())
    .addColumn("refused_at", "integer")
    .addPrimaryKeyConstraint("waiting_key", ["space_id", "user_id"])
    .execute();
  await database.schema.createIndex("waiting_user").on("waiting").column("user_id").execute();
  await database.schema
    .createTable("seat_code")
    .addColumn("space_id", "text", (column) => column.notNull())
    .addColumn("user_id", "text", (column) => column.notNull())
    .addColumn("hash", "text", (column) => column.notNull().unique())
    .addColumn("made_by", "text", (column) => column.references("user.id").onDelete("cascade"))
    .addColumn("expires_at", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("seat_code_key", ["space_id", "user_id"])
    .addForeignKeyConstraint(
      "seat_code_member",
      ["space_id", "user_id"],
      "member",
      ["space_id", "user_id"],
      (constraint) => constraint.onDelete("cascade"),
    )
    .execute();
}

export async function createErasures(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable("erasure")
    .addColumn("id", "integer", (column) => column.primaryKey().autoIncrement())
    .addColumn("user_id", "text", (column) => column.notNull())
    .addColumn("space_id", "text")
    .addColumn("ordered_at", "integer", (column) => column.notNull())
    .execute();
}

/** Null: as its space has it. */
export async function addArticleVisibility(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .alterTable("article")
    .addColumn("visibility", "text", (column) => column.check(sql`visibility IN ('open', 'own')`))
    .execute();
}

/** An invite loses its address when it is used. */
export async function createPersonalInvites(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable("personal_invite")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("space_id", "text", (column) =>
      column.notNull().references("space.id").onDelete("cascade"),
    )
    .addColumn("email", "text")
    .addColumn("hash", "text", (column) => column.notNull().unique())
    .addColumn("role", "text", (column) => column.notNull())
    .addColumn("mailed", "integer", (column) => column.notNull())
    .addColumn("expires_at", "integer", (column) => column.notNull())
    .addColumn("used_by", "text", (column) => column.references("user.id").onDelete("cascade"))
    .addColumn("made_by", "text", (column) => column.references("user.id").onDelete("set null"))
    .addColumn("made_at", "integer", (column) => column.notNull())
    .addUniqueConstraint("personal_invite_address", ["space_id", "email"])
    .execute();
  await database.schema
    .createIndex("personal_invite_email")
    .on("personal_invite")
    .column("email")
    .execute();
}

/** That the letter of an invite could not be sent. */
export async function addUnsentLetters(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .alterTable("personal_invite")
    .addColumn("unsent", "integer", (column) => column.notNull().defaultTo(0))
    .execute();
}
