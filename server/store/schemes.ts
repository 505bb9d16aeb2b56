// The schemes of spaces: every version that there was, the last one being in use.

import { POSTIL_CORE } from "#domain/scheme/postil-core.ts";
import type { Scheme } from "#domain/scheme/scheme.ts";
import { parseScheme } from "#domain/scheme/scheme-schema.ts";
import type { Database, Tables } from "./database.ts";

/** A scheme with the one who made it what it is; null for the one that every space begins with. */
export type KeptScheme = {
  readonly scheme: Scheme;
  readonly change: {
    /** A user id; null when that user is gone. */
    readonly by: string | null;
    /** Milliseconds since 1970. */
    readonly at: number;
  } | null;
};

/** The scheme that a space uses now. Throws when what is stored is none. */
export async function readSpaceScheme(database: Database, spaceId: string): Promise<KeptScheme> {
  const row = await database
    .selectFrom("scheme")
    .selectAll()
    .where("space_id", "=", spaceId)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ? toKept(row) : { scheme: POSTIL_CORE, change: null };
}

/** What else is to be stored in the same commit. */
export type Besides = (transaction: Database) => Promise<void>;

/** Makes a scheme the one that a space uses, unless there is one of its version already; tells whether it did. */
export async function keepSpaceScheme(
  database: Database,
  spaceId: string,
  scheme: Scheme,
  {
    by,
    at,
    besides,
  }: { readonly by: string; readonly at: number; readonly besides?: Besides | undefined },
): Promise<boolean> {
  return await database.transaction().execute(async (transaction) => {
    const row = await transaction
      .insertInto("scheme")
      .values({
        space_id: spaceId,
        version: scheme.version,
        json: JSON.stringify(scheme),
        changed_by: by,
        changed_at: at,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning("version")
      .executeTakeFirst();
    if (row === undefined) return false;
    const change = { scheme: scheme.id };
    await transaction.updateTable("space").set(change).where("id", "=", spaceId).execute();
    await besides?.(transaction);
    return true;
  });
}

/** The space of an article; null when there is no such article. */
export async function spaceOf(database: Database, articleId: string): Promise<string | null> {
  const row = await database
    .selectFrom("article")
    .select("space_id")
    .where("id", "=", articleId)
    .executeTakeFirst();
  return row?.space_id ?? null;
}

function toKept({ json, changed_by, changed_at }: Tables["scheme"]): KeptScheme {
  const parsed = parseScheme(JSON.parse(json));
  if (!parsed.ok) throw new Error(`stored scheme: ${parsed.fault} at ${parsed.at}`);
  return { scheme: parsed.scheme, change: { by: changed_by, at: changed_at } };
}
