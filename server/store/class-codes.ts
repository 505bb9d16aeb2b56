// The code of a space: opened, replaced, closed, and opened again as it was.

import { RETURN_TIME } from "#domain/return-time.ts";
import { recordAct } from "./audit.ts";
import type { Database } from "./database.ts";
import type { By } from "./spaces.ts";

/** A code and the end of its time, in milliseconds since 1970. */
export type ClassCode = { readonly code: string; readonly expiresAt: number };

/** The code of a space and the end of its time; null while it is closed. */
export async function codeOf(
  database: Database,
  spaceId: string,
  now: number,
): Promise<ClassCode | null> {
  const row = await database
    .selectFrom("class_code")
    .where("space_id", "=", spaceId)
    .where("expires_at", ">", now)
    .select(["code", "expires_at"])
    .executeTakeFirst();
  return row ? { code: row.code, expiresAt: row.expires_at } : null;
}

/** Opens a space by a code, in the place of the one that it had. */
export async function openCode(
  database: Database,
  spaceId: string,
  { code, expiresAt }: ClassCode,
  { userId, at }: By,
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await shut(transaction, spaceId, code, at);
    await setCode(transaction, spaceId, { code, expiresAt });
    await recordAct(transaction, { spaceId, at, actorId: userId, verb: "code-opened" });
  });
}

/** Closes the code of a space; nobody comes in by it any more. */
export async function closeCode(
  database: Database,
  spaceId: string,
  { userId, at }: By,
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    if (!(await shut(transaction, spaceId, null, at))) return;
    await recordAct(transaction, { spaceId, at, actorId: userId, verb: "code-closed" });
  });
}

/**
 * Opens a code again that was closed or replaced a moment ago, for as long as it would have been open. Null,
 * and nothing is done, when it was not, or when another one was opened or closed since.
 */
export async function returnCode(
  database: Database,
  { spaceId, code }: { readonly spaceId: string; readonly code: string },
  { userId, at }: By,
): Promise<ClassCode | null> {
  return await database.transaction().execute(async (transaction) => {
    const before = await transaction
      .selectFrom("closed_code")
      .where("space_id", "=", spaceId)
      .where("code", "=", code)
      .where("closed_at", ">", at - RETURN_TIME)
      .where("expires_at", ">", at)
      .select(["expires_at as expiresAt", "replaced_by as replacedBy"])
      .executeTakeFirst();
    if (before === undefined) return null;
    const now = await codeOf(transaction, spaceId, at);
    if ((now?.code ?? null) !== before.replacedBy) return null;
    const { expiresAt } = before;
    await forgetClosedCode(transaction, spaceId);
    await setCode(transaction, spaceId, { code, expiresAt });
    await recordAct(transaction, { spaceId, at, actorId: userId, verb: "code-returned" });
    return { code, expiresAt };
  });
}

/** Forgets codes that were closed and not opened again. */
export async function forgetOldCodes(database: Database, now: number): Promise<void> {
  await database
    .deleteFrom("closed_code")
    .where("closed_at", "<=", now - RETURN_TIME)
    .execute();
}

/** Closes what is open, and keeps it for a while. Returns whether anything was. */
async function shut(
  database: Database,
  spaceId: string,
  replacedBy: string | null,
  at: number,
): Promise<boolean> {
  const gone = await database
    .deleteFrom("class_code")
    .where("space_id", "=", spaceId)
    .returning(["code", "expires_at"])
    .executeTakeFirst();
  // of what was closed before, only the last is opened again
  await forgetClosedCode(database, spaceId);
  if (gone === undefined) return false;
  await database
    .insertInto("closed_code")
    .values({ space_id: spaceId, ...gone, replaced_by: replacedBy, closed_at: at })
    .execute();
  return true;
}

async function setCode(
  database: Database,
  spaceId: string,
  { code, expiresAt }: ClassCode,
): Promise<void> {
  const columns = { code, expires_at: expiresAt };
  await database
    .insertInto("class_code")
    .values({ space_id: spaceId, ...columns })
    .onConflict((conflict) => conflict.column("space_id").doUpdateSet(columns))
    .execute();
}

async function forgetClosedCode(database: Database, spaceId: string): Promise<void> {
  await database.deleteFrom("closed_code").where("space_id", "=", spaceId).execute();
}
