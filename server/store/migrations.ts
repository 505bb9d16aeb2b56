// The tables, step by step. A step that was released is never changed; a new one is added. It only
// adds: what a program of before reads or writes stays where it is until no such program is in use.

import type { DatabaseSync } from "node:sqlite";
import { type Kysely, type Migration, Migrator, sql } from "kysely";
import { ROLES } from "#domain/person.ts";
import { createTickets, createTokens, keepIdentitiesOnce } from "./account-steps.ts";
import { createStandIns, createTakings } from "./annotated-steps.ts";
import type { OpenDatabase } from "./database.ts";
import { addOldSecrets, createHooks } from "./hook-steps.ts";
import { addTaken, createImports } from "./import-steps.ts";
import { createRemovals, keepClosedEntrances } from "./return-steps.ts";
import { addReplies, addTold, createSearch } from "./search-steps.ts";
import { addFirstAdded, addShelf } from "./shelf-steps.ts";
import {
  addArticleVisibility,
  addSpaceSettings,
  addUnsentLetters,
  createAudit,
  createEntrances,
  createErasures,
  createPersonalInvites,
} from "./space-steps.ts";
import { madeByNewer } from "./sqlite-file.ts";

export type Steps = Readonly<Record<string, Migration>>;

/** In the order in which they run. */
export const STEPS: Steps = {
  "0001-spaces": { up: createSpaces },
  "0002-articles": { up: createArticles },
  "0003-versions": { up: createVersions },
  "0004-schemes": { up: createSchemes },
  "0005-visits": { up: createVisits },
  "0006-audit": { up: createAudit },
  "0007-space-settings": { up: addSpaceSettings },
  "0008-tickets": { up: createTickets },
  "0009-entrances": { up: createEntrances },
  "0010-article-visibility": { up: addArticleVisibility },
  "0011-tokens": { up: createTokens },
  "0012-erasures": { up: createErasures },
  "0013-search": { up: createSearch },
  "0014-search-replies": { up: addReplies },
  "0015-imports": { up: createImports },
  "0016-personal-invites": { up: createPersonalInvites },
  "0017-shelf": { up: addShelf },
  "0018-identities-once": { up: keepIdentitiesOnce },
  "0019-stand-ins": { up: createStandIns },
  "0020-unsent-letters": { up: addUnsentLetters },
  "0021-hooks": { up: createHooks },
  "0022-taken": { up: addTaken },
  "0023-takings": { up: createTakings },
  "0024-old-secrets": { up: addOldSecrets },
  "0025-told": { up: addTold },
  "0026-first-added": { up: addFirstAdded },
  "0027-removals": { up: createRemovals },
  "0028-closed-entrances": { up: keepClosedEntrances },
};

/**
 * Brings the database up to date: first the tables of the accounts library (`migrateAccounts`),
 * then ours. All of it is one transaction, so that a start that was killed half-way has changed
 * nothing and the next one begins anew. Rejects when a step fails; then nothing was changed.
 * Rejects with Refusal when a newer program took a step that is not among `steps`.
 */
export async function migrate(
  { database, connection }: OpenDatabase,
  migrateAccounts: () => Promise<void>,
  steps: Steps = STEPS,
): Promise<void> {
  if (takenSteps(connection).some((step) => !(step in steps))) throw madeByNewer("postil.db");
  await inTransaction(connection, async () => {
    await migrateAccounts();
    const migrator = new Migrator({
      db: database,
      provider: { getMigrations: () => Promise.resolve({ ...steps }) },
    });
    const { error } = await migrator.migrateToLatest();
    if (error !== undefined) throw error;
  });
}

/** Whether exactly the steps of this program were taken. */
export function isUpToDate(connection: DatabaseSync): boolean {
  return takenSteps(connection).toSorted().join() === Object.keys(STEPS).toSorted().join();
}

/** The steps that were taken so far. */
function takenSteps(connection: DatabaseSync): string[] {
  const isNew = connection.prepare("PRAGMA table_info(kysely_migration)").all().length === 0;
  if (isNew) return [];
  return connection
    .prepare("SELECT name FROM kysely_migration")
    .all()
    .map(({ name }) => String(name));
}

async function inTransaction(connection: DatabaseSync, work: () => Promise<void>): Promise<void> {
  connection.exec("BEGIN IMMEDIATE");
  try {
    await work();
    connection.exec("COMMIT");
  } finally {
    if (connection.isTransaction) connection.exec("ROLLBACK");
  }
}

async function createSpaces(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable("space")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("scheme", "text", (column) => column.notNull())
    .addColumn("open_to_guests", "integer", (column) => column.notNull())
    .addColumn("created_at", "integer", (column) => column.notNull())
    .execute();
  await database.schema
    .createTable("member")
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
    .addPrimaryKeyConstraint("member_key", ["space_id", "user_id"])
    .execute();
  await database.schema
    .createIndex("member_user")
    .on("member")
    .columns(["user_id", "space_id"])
    .execute();
  await database.schema
    .createTable("milestone")
    .addColumn("name", "text", (column) => column.primaryKey().notNull())
    .addColumn("reached_at", "integer", (column) => column.notNull())
    .execute();
}

async function createArticles(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable("article")
    .addColumn("id", "text", (column) => column.primaryKey().notNull())
    .addColumn("space_id", "text", (column) =>
      column.notNull().references("space.id").onDelete("cascade"),
    )
    .addColumn("title", "text", (column) => column.notNull())
    .addColumn("byline", "text")
    .addColumn("source", "text")
    .addColumn("language", "text")
    .addColumn("created_by", "text", (column) => column.references("user.id").onDelete("set null"))
    .addColumn("created_at", "integer", (column) => column.notNull())
    .addColumn("updated_at", "integer", (column) => column.notNull())
    .execute();
  await database.schema
    .createIndex("article_space")
    .on("article")
    .columns(["space_id", "created_at"])
    .execute();
}

async function createVersions(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable("version")
    .addColumn("article_id", "text", (column) =>
      column.notNull().references("article.id").onDelete("cascade"),
    )
    .addColumn("number", "integer", (column) => column.notNull())
    .addColumn("hash", "text", (column) => column.notNull())
    .addColumn("text", "text", (column) => column.notNull())
    .addColumn("created_by", "text", (column) => column.references("user.id").onDelete("set null"))
    .addColumn("created_at", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("version_key", ["article_id", "number"])
    .execute();
}

/** A space without a row has the scheme that a fresh Postil opens with. */
async function createSchemes(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable("scheme")
    .addColumn("space_id", "text", (column) =>
      column.notNull().references("space.id").onDelete("cascade"),
    )
    .addColumn("version", "integer", (column) => column.notNull())
    .addColumn("json", "text", (column) => column.notNull())
    .addColumn("changed_by", "text", (column) => column.references("user.id").onDelete("set null"))
    .addColumn("changed_at", "integer", (column) => column.notNull())
    .addPrimaryKeyConstraint("scheme_key", ["space_id", "version"])
    .execute();
}

async function createVisits(database: Kysely<unknown>): Promise<void> {
  await database.schema
    .createTable("visit")
    .addColumn("article_id", "text", (column) =>
      column.notNull().references("article.id").onDelete("cascade"),
    )
    .addColumn("user_id", "text", (column) =>
      column.notNull().references("user.id").onDelete("cascade"),
    )
    .addColumn("layers", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("visit_key", ["article_id", "user_id"])
    .execute();
}
