// Taking a guest's seat to another browser: a code that an editor makes, good once and for a few minutes.

import { recordAct } from "./audit.ts";
import type { Database } from "./database.ts";
import { isGuest, roleIn, type Seat } from "./members.ts";
import type { By } from "./spaces.ts";
import { isStandIn } from "./stand-ins.ts";
import { hashOfToken } from "./tickets.ts";

/** How long a seat's code is good, in milliseconds. */
const SEAT_LIFE = 10 * 60_000;

/** Keeps a code for a seat, in the place of the one before. Returns the end of its time. */
export async function keepSeatCode(
  database: Database,
  { spaceId, userId }: Seat,
  code: string,
  by: By,
): Promise<number> {
  const expiresAt = by.at + SEAT_LIFE;
  const columns = { hash: hashOfToken(code), made_by: by.userId, expires_at: expiresAt };
  await database
    .insertInto("seat_code")
    .values({ space_id: spaceId, user_id: userId, ...columns })
    .onConflict((conflict) => conflict.columns(["space_id", "user_id"]).doUpdateSet(columns))
    .execute();
  return expiresAt;
}

/**
 * Uses a seat's code up, and ends all sessions of the guest. Null when it is none, was used or is too old, or
 * when whoever made it might not make it any more.
 */
export async function takeSeat(
  database: Database,
  code: string,
  at: number,
): Promise<(Seat & { readonly spaceName: string }) | null> {
  return await database.transaction().execute(async (transaction) => {
    const row = await transaction
      .deleteFrom("seat_code")
      .where("hash", "=", hashOfToken(code))
      .where("expires_at", ">", at)
      .returning(["space_id", "user_id", "made_by"])
      .executeTakeFirst();
    if (row === undefined) return null;
    const [spaceId, userId] = [row.space_id, row.user_id];
    // the guest may have an account by now, or a place elsewhere; the editor may be none any more
    if (row.made_by === null || !(await mayMoveSeat(transaction, userId, row.made_by))) return null;
    const { name } = await transaction
      .selectFrom("space")
      .where("id", "=", spaceId)
      .select("name")
      .executeTakeFirstOrThrow();
    await transaction.deleteFrom("session").where("userId", "=", userId).execute();
    const act = { spaceId, at, actorId: row.made_by, verb: "seat-moved" } as const;
    await recordAct(transaction, { ...act, subjectId: userId });
    return { spaceId, userId, spaceName: name };
  });
}

/**
 * Whether somebody may hand on a seat: a guest's only, and whoever sits in it is that guest everywhere, so
 * every space of theirs that is not open to all has to be one whose editor the asker is.
 */
export async function mayMoveSeat(
  database: Database,
  userId: string,
  editorId: string,
): Promise<boolean> {
  if (!(await isGuest(database, userId))) return false;
  // nobody ever sat where a stand-in is
  if (await isStandIn(database, userId)) return false;
  const spaces = await database
    .selectFrom("member")
    .innerJoin("space", "space.id", "member.space_id")
    .where("member.user_id", "=", userId)
    .where("space.open_to_guests", "=", 0)
    .select("space.id")
    .execute();
  const roles = await Promise.all(spaces.map(({ id }) => roleIn(database, id, editorId)));
  return roles.every((role) => role === "editor" || role === "owner");
}
