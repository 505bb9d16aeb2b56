// What somebody brought in and looks at, before it becomes an article: kept for an hour.

import type { Imported } from "../import/imported.ts";
import { parseImported } from "../import/parse-imported.ts";
import type { Database } from "./database.ts";

/** Milliseconds. */
const KEPT = 60 * 60 * 1000;

export type KeptImport = {
  readonly id: string;
  readonly userId: string;
  readonly imported: Imported;
  /** SHA-256 of the bytes that came, in hexadecimal. */
  readonly hash: string;
  /** Milliseconds since 1970. */
  readonly fetchedAt: number;
};

export async function keepImport(database: Database, kept: KeptImport): Promise<void> {
  const { id, userId, imported, hash, fetchedAt } = kept;
  await database
    .insertInto("import")
    .values({
      ...{ id, user_id: userId, hash, fetched_at: fetchedAt },
      imported: JSON.stringify(imported),
    })
    .execute();
}

/** What this person brought in under an id; null when that is too long ago, or was not them. */
export async function findImport(
  database: Database,
  { id, userId, now }: { readonly id: string; readonly userId: string; readonly now: number },
): Promise<KeptImport | null> {
  const row = await database
    .selectFrom("import")
    .where("id", "=", id)
    .where("user_id", "=", userId)
    .where("fetched_at", ">", now - KEPT)
    .selectAll()
    .executeTakeFirst();
  if (row === undefined) return null;
  const imported = parseImported(JSON.parse(row.imported));
  return { id, userId, imported, hash: row.hash, fetchedAt: row.fetched_at };
}

/** Forgets what a person brought in. Whether it was there. */
export async function dropImport(database: Database, id: string, userId: string): Promise<boolean> {
  const { numDeletedRows } = await database
    .deleteFrom("import")
    .where("id", "=", id)
    .where("user_id", "=", userId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Forgets what was kept long enough. */
export async function dropOldImports(database: Database, now: number): Promise<void> {
  await database
    .deleteFrom("import")
    .where("fetched_at", "<=", now - KEPT)
    .execute();
}
