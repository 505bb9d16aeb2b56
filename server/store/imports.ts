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

/** What is kept of anything that was brought in. */
type Kept = Omit<KeptImport, "imported"> & { readonly json: string };

type Sought = { readonly id: string; readonly userId: string; readonly now: number };

export async function keepImport(database: Database, kept: KeptImport): Promise<void> {
  const { imported, ...about } = kept;
  await keepImported(database, { ...about, json: JSON.stringify(imported), annotated: false });
}

/** What this person brought in under an id; null when that is too long ago, or was not them. */
export async function findImport(database: Database, wanted: Sought): Promise<KeptImport | null> {
  const found = await readImported(database, { ...wanted, annotated: false });
  if (found === null) return null;
  const { json, ...about } = found;
  return { ...about, imported: parseImported(JSON.parse(json)) };
}

/** Keeps something; with `annotated`, what other tools have annotated. */
export async function keepImported(
  database: Database,
  { id, userId, json, hash, fetchedAt, annotated }: Kept & { readonly annotated: boolean },
): Promise<void> {
  await database
    .insertInto("import")
    .values({
      ...{ id, user_id: userId, hash, fetched_at: fetchedAt },
      ...{ imported: json, annotated: annotated ? 1 : 0 },
    })
    .execute();
}

/** As `findImport`, not read yet. */
export async function readImported(
  database: Database,
  { id, userId, now, annotated }: Sought & { readonly annotated: boolean },
): Promise<Kept | null> {
  const row = await database
    .selectFrom("import")
    .where("id", "=", id)
    .where("user_id", "=", userId)
    .where("annotated", "=", annotated ? 1 : 0)
    .where("fetched_at", ">", now - KEPT)
    .selectAll()
    .executeTakeFirst();
  return row === undefined
    ? null
    : { id, userId, json: row.imported, hash: row.hash, fetchedAt: row.fetched_at };
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
