// Links, and invites for an address, that are revoked, and for a while brought back.

import { RETURN_TIME } from "#domain/return-time.ts";
import { recordAct } from "./audit.ts";
import type { Database } from "./database.ts";
import type { By } from "./spaces.ts";

const TABLES = ["invite", "personal_invite"] as const;

/** A link or an invite for an address, and the space it leads into. */
type Which = { readonly spaceId: string; readonly id: string };

/** Makes a link lead nowhere, whether several may come by it or one address. Returns whether there was one. */
export async function revokeInvite(
  database: Database,
  { spaceId, id }: Which,
  { userId, at }: By,
): Promise<boolean> {
  return await database.transaction().execute(async (transaction) => {
    let count = 0n;
    for (const table of TABLES) {
      const { numUpdatedRows } = await transaction
        .updateTable(table)
        .set({ revoked_at: at })
        .where("space_id", "=", spaceId)
        .where("id", "=", id)
        .where("revoked_at", "is", null)
        // one for an address that was used is none any more
        .$if(table === "personal_invite", (query) => query.where("email", "is not", null))
        .executeTakeFirst();
      count += numUpdatedRows;
    }
    if (count === 0n) return false;
    const act = { spaceId, at, actorId: userId, verb: "invite-revoked", subjectId: id } as const;
    await recordAct(transaction, act);
    return true;
  });
}

/**
 * Has what was revoked lead where it led, to as many and for as long as it would have. Returns false when
 * it was not, or when its address has another invite by now.
 */
export async function returnInvite(
  database: Database,
  { spaceId, id }: Which,
  { userId, at }: By,
): Promise<boolean> {
  return await database.transaction().execute(async (transaction) => {
    let count = 0n;
    for (const table of TABLES) {
      const { numUpdatedRows } = await transaction
        .updateTable(table)
        .set({ revoked_at: null })
        .where("space_id", "=", spaceId)
        .where("id", "=", id)
        .where("revoked_at", ">", at - RETURN_TIME)
        .where("expires_at", ">", at)
        .executeTakeFirst();
      count += numUpdatedRows;
    }
    if (count === 0n) return false;
    const act = { spaceId, at, actorId: userId, verb: "invite-returned", subjectId: id } as const;
    await recordAct(transaction, act);
    return true;
  });
}
