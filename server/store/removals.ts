// Taking people out of a space; for a while they can be brought back as they were.

import type { Role } from "#domain/person.ts";
import { RETURN_TIME } from "#domain/return-time.ts";
import { recordAct } from "./audit.ts";
import type { Database } from "./database.ts";
import { forgetInvitesFor } from "./forget-invites.ts";
import { addMember, isLastOwner, type Seat } from "./members.ts";
import type { By } from "./spaces.ts";

/** Takes somebody out of a space. Returns false, and does nothing, when the space would be left without an owner. */
export async function removeMember(
  database: Database,
  { spaceId, userId }: Seat,
  { userId: actorId, at }: By,
): Promise<boolean> {
  return await database.transaction().execute(async (transaction) => {
    if (await isLastOwner(transaction, spaceId, userId)) return false;
    const removed = await transaction
      .deleteFrom("member")
      .where("space_id", "=", spaceId)
      .where("user_id", "=", userId)
      .returning(["role", "joined_at"])
      .executeTakeFirst();
    if (removed === undefined) return true;
    // whoever wants to come back asks anew
    await forgetInvitesFor(transaction, userId, spaceId);
    await transaction
      .deleteFrom("waiting")
      .where("space_id", "=", spaceId)
      .where("user_id", "=", userId)
      .execute();
    const verb = actorId === userId ? "left" : "removed";
    // who left by themselves is not brought back by others, whatever was before
    await takeRemoval(transaction, { spaceId, userId });
    if (verb === "removed") {
      await transaction
        .insertInto("removal")
        .values({ space_id: spaceId, user_id: userId, removed_at: at, ...removed })
        .execute();
    }
    await recordAct(transaction, { spaceId, at, actorId, verb, subjectId: userId });
    return true;
  });
}

/** The role of somebody who can be brought back; null when nobody removed them, or too long ago. */
export async function roleOfRemoved(
  database: Database,
  { spaceId, userId }: Seat,
  now: number,
): Promise<Role | null> {
  const row = await database
    .selectFrom("removal")
    .where("space_id", "=", spaceId)
    .where("user_id", "=", userId)
    .where("removed_at", ">", now - RETURN_TIME)
    .select("role")
    .executeTakeFirst();
  if (row === undefined) return null;
  // who is to be erased does not come back
  const erasure = await database
    .selectFrom("erasure")
    .where("user_id", "=", userId)
    .where(({ or, eb }) => or([eb("space_id", "is", null), eb("space_id", "=", spaceId)]))
    .select("id")
    .executeTakeFirst();
  return erasure === undefined ? row.role : null;
}

/**
 * Brings somebody back who had this role when they were removed, as they were; who came in by another way
 * meanwhile stays what they are. Returns whether there was such a removal.
 */
export async function returnMember(
  database: Database,
  { role, ...seat }: Seat & { readonly role: Role },
  { userId: actorId, at }: By,
): Promise<boolean> {
  return await database.transaction().execute(async (transaction) => {
    if ((await roleOfRemoved(transaction, seat, at)) !== role) return false;
    const joinedAt = await takeRemoval(transaction, seat);
    if (!(await addMember(transaction, seat, role, joinedAt ?? at))) return true;
    const { spaceId, userId } = seat;
    await recordAct(transaction, { spaceId, at, actorId, verb: "returned", subjectId: userId });
    return true;
  });
}

/** Forgets a removal. Returns when the person had come in; null when there was none. */
async function takeRemoval(database: Database, { spaceId, userId }: Seat): Promise<number | null> {
  const taken = await database
    .deleteFrom("removal")
    .where("space_id", "=", spaceId)
    .where("user_id", "=", userId)
    .returning("joined_at")
    .executeTakeFirst();
  return taken?.joined_at ?? null;
}

/** Forgets who was removed and not brought back. */
export async function forgetOldRemovals(database: Database, now: number): Promise<void> {
  await database
    .deleteFrom("removal")
    .where("removed_at", "<=", now - RETURN_TIME)
    .execute();
}
