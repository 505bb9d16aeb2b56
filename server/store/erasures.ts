// What is to be erased, until it was: an erasure that breaks off is taken up again at the next start.

import { recordAct } from "./audit.ts";
import type { Database } from "./database.ts";
import { forgetInvitesFor } from "./forget-invites.ts";
import { forgetEvents, queueEvents } from "./hook-events.ts";
import { isLastOwner, type Seat } from "./members.ts";
import { voidTickets } from "./tickets.ts";

/** What is to be erased of whom. */
export type Erasure = {
  readonly id: number;
  readonly userId: string;
  /** Null: everything, everywhere. */
  readonly spaceId: string | null;
};

/**
 * Orders somebody's erasure and writes down that it happened, without whom. `actorId` is null when no
 * person asked. Returns null, and does nothing, when a space would be left without an owner.
 */
export async function orderErasure(
  database: Database,
  { userId, spaceId }: Omit<Erasure, "id">,
  { actorId, at }: { readonly actorId: string | null; readonly at: number },
): Promise<Erasure | null> {
  return await database.transaction().execute(async (transaction) => {
    const spaces = spaceId === null ? await spaceIdsOf(transaction, userId) : [spaceId];
    for (const space of spaces) {
      if (await isLastOwner(transaction, space, userId)) return null;
    }
    const by = actorId === userId ? null : actorId;
    for (const space of spaces) {
      await recordAct(transaction, { spaceId: space, at, actorId: by, verb: "erased" });
    }
    const { id } = await transaction
      .insertInto("erasure")
      .values({ user_id: userId, space_id: spaceId, ordered_at: at })
      .returning("id")
      .executeTakeFirstOrThrow();
    return { id, userId, spaceId };
  });
}

/** Orders once more what was erased before; also of people and spaces that are not there. */
export async function orderAgain(
  database: Database,
  { userId, spaceId }: Omit<Erasure, "id">,
  at: number,
): Promise<void> {
  await database
    .insertInto("erasure")
    .values({ user_id: userId, space_id: spaceId, ordered_at: at })
    .execute();
}

/** What is still to be erased, the oldest first. */
export async function openErasures(database: Database): Promise<Erasure[]> {
  const rows = await database
    .selectFrom("erasure")
    .select(["id", "user_id as userId", "space_id as spaceId"])
    .orderBy("id")
    .execute();
  return rows;
}

export async function closeErasure(database: Database, id: number): Promise<void> {
  await database.deleteFrom("erasure").where("id", "=", id).execute();
}

/** Takes somebody out of a space, and forgets what the database knows of them there. */
export async function forgetMember(
  database: Database,
  { spaceId, userId }: Seat,
  at: number,
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await forgetEvents(transaction, userId, { spaceId });
    if (await takeOut(transaction, { spaceId, userId })) {
      await queueEvents(transaction, spaceId, [{ type: "member.left", at, userId }]);
    }
    await forgetInvitesFor(transaction, userId, spaceId);
    const articles = transaction.selectFrom("article").where("space_id", "=", spaceId).select("id");
    await transaction
      .deleteFrom("visit")
      .where("user_id", "=", userId)
      .where("article_id", "in", articles)
      .execute();
    await transaction.deleteFrom("import").where("user_id", "=", userId).execute();
    await forgetAuthor(transaction, { spaceId, userId });
  });
}

/** Takes somebody's seat away, with their place among those who wait for one or could be brought back. Returns whether they had a seat. */
async function takeOut(database: Database, { spaceId, userId }: Seat): Promise<boolean> {
  const of = { space_id: spaceId, user_id: userId };
  const seats = await database
    .deleteFrom("member")
    .where((row) => row.and(of))
    .executeTakeFirst();
  for (const table of ["waiting", "removal"] as const) {
    await database
      .deleteFrom(table)
      .where((row) => row.and(of))
      .execute();
  }
  return seats.numDeletedRows > 0;
}

/** What they made there stays, and does not say any more who it was. */
async function forgetAuthor(database: Database, { spaceId, userId }: Seat): Promise<void> {
  const inSpace = database.selectFrom("article").where("space_id", "=", spaceId).select("id");
  await database
    .updateTable("article")
    .set({ created_by: null })
    .where("space_id", "=", spaceId)
    .where("created_by", "=", userId)
    .execute();
  await database
    .updateTable("version")
    .set({ created_by: null })
    .where("article_id", "in", inSpace)
    .where("created_by", "=", userId)
    .execute();
  await database
    .updateTable("scheme")
    .set({ changed_by: null })
    .where("space_id", "=", spaceId)
    .where("changed_by", "=", userId)
    .execute();
  for (const table of ["invite", "personal_invite", "hook"] as const) {
    await database
      .updateTable(table)
      .set({ made_by: null })
      .where("space_id", "=", spaceId)
      .where("made_by", "=", userId)
      .execute();
  }
  const acts = database.updateTable("audit").where("space_id", "=", spaceId);
  await acts.set({ actor_id: null }).where("actor_id", "=", userId).execute();
  await acts.set({ subject_id: null }).where("subject_id", "=", userId).execute();
}

/** Forgets a person, with account, sessions and roles. */
export async function forgetUser(database: Database, userId: string): Promise<void> {
  await forgetInvitesFor(database, userId, null);
  await voidTickets(database, null, userId);
  await forgetEvents(database, userId);
  await database.deleteFrom("verification").where("value", "=", userId).execute();
  await database
    .updateTable("audit")
    .set({ subject_id: null })
    .where("subject_id", "=", userId)
    .execute();
  await database.deleteFrom("user").where("id", "=", userId).execute();
}

/** The spaces that somebody is in. */
export async function spaceIdsOf(database: Database, userId: string): Promise<string[]> {
  const rows = await database
    .selectFrom("member")
    .where("user_id", "=", userId)
    .select("space_id")
    .execute();
  return rows.map(({ space_id }) => space_id);
}

/** Whether somebody is a guest whose only space this is; those that are open to all do not count. */
export async function isGuestOfOnly(
  database: Database,
  { spaceId, userId }: Seat,
): Promise<boolean> {
  const elsewhere = database
    .selectFrom("member")
    .innerJoin("space", "space.id", "member.space_id")
    .where("member.user_id", "=", userId)
    .where("space.open_to_guests", "=", 0)
    .where("space.id", "!=", spaceId)
    .select("space.id");
  const guest = await database
    .selectFrom("user")
    .where("id", "=", userId)
    .where("isAnonymous", "=", 1)
    .where(({ not, exists }) => not(exists(elsewhere)))
    .select("id")
    .executeTakeFirst();
  return guest !== undefined;
}
