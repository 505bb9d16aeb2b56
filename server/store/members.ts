// Who is in a space, and as what.

import type { Transaction } from "kysely";
import type { Role } from "#domain/person.ts";
import type { SpaceMakers } from "#domain/space.ts";
import { recordAct } from "./audit.ts";
import type { Database, Tables } from "./database.ts";
import type { By } from "./spaces.ts";

/** Somebody in a space. */
export type MemberRow = {
  readonly id: string;
  readonly name: string;
  readonly colour: number | null;
  readonly role: Role;
  /** Whether they have no account. */
  readonly isGuest: boolean;
  /** Whether they only stand for an annotator of a file. */
  readonly isStandIn: boolean;
  /** Milliseconds since 1970. */
  readonly joinedAt: number;
};

/** Everybody in a space, those who came first first. */
export async function membersIn(database: Database, spaceId: string): Promise<MemberRow[]> {
  const rows = await database
    .selectFrom("member")
    .innerJoin("user", "user.id", "member.user_id")
    .leftJoin("stand_in", "stand_in.user_id", "member.user_id")
    .where("member.space_id", "=", spaceId)
    .select(["user.id", "user.name", "user.colour", "user.isAnonymous"])
    .select("stand_in.user_id as stands_in")
    .select(["member.role", "member.joined_at"])
    .orderBy("member.joined_at")
    .orderBy("user.id")
    .execute();
  return rows.map(({ isAnonymous, stands_in, joined_at, ...member }) => ({
    ...member,
    isGuest: isAnonymous === 1,
    isStandIn: stands_in !== null,
    joinedAt: joined_at,
  }));
}

/** The ids of who is in a space, those who came last first, at most `most` of them. */
export async function latestMembers(
  database: Database,
  spaceId: string,
  most: number,
): Promise<string[]> {
  const rows = await database
    .selectFrom("member")
    .where("space_id", "=", spaceId)
    .select("user_id")
    .orderBy("joined_at", "desc")
    .orderBy("user_id")
    .limit(most)
    .execute();
  return rows.map(({ user_id }) => user_id);
}

/** Somebody's role in a space; null for a stranger. */
export async function roleIn(
  database: Database,
  spaceId: string,
  userId: string,
): Promise<Role | null> {
  const row = await database
    .selectFrom("member")
    .where("space_id", "=", spaceId)
    .where("user_id", "=", userId)
    .select("role")
    .executeTakeFirst();
  return row?.role ?? null;
}

/** A member of a space. */
export type Seat = { readonly spaceId: string; readonly userId: string };

/** Gives somebody another role. Returns false, and does nothing, when the space would be left without an owner. */
export async function changeRole(
  database: Database,
  { spaceId, userId }: Seat,
  role: Role,
  { userId: actorId, at }: By,
): Promise<boolean> {
  return await database.transaction().execute(async (transaction) => {
    const before = await roleIn(transaction, spaceId, userId);
    if (before === null || before === role) return true;
    if (await isLastOwner(transaction, spaceId, userId)) return false;
    await transaction
      .updateTable("member")
      .set({ role })
      .where("space_id", "=", spaceId)
      .where("user_id", "=", userId)
      .execute();
    await recordAct(transaction, {
      ...{ spaceId, at, actorId, verb: "role-changed", subjectId: userId },
      details: { before, after: role },
    });
    return true;
  });
}

/** Makes somebody a member of a space; who is in already keeps the role. Returns whether they are new. */
export async function addMember(
  transaction: Transaction<Tables>,
  { spaceId, userId }: Seat,
  role: Role,
  at: number,
): Promise<boolean> {
  const added = await transaction
    .insertInto("member")
    .values({ space_id: spaceId, user_id: userId, role, joined_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .returning("role")
    .executeTakeFirst();
  return added !== undefined;
}

/** Whether a space would be left without an owner if somebody went. */
export async function isLastOwner(
  database: Database,
  spaceId: string,
  userId: string,
): Promise<boolean> {
  const owners = await database
    .selectFrom("member")
    .where("space_id", "=", spaceId)
    .where("role", "=", "owner")
    .where("user_id", "not in", (query) => query.selectFrom("stand_in").select("user_id"))
    .select("user_id")
    .execute();
  return owners.length === 1 && owners[0]?.user_id === userId;
}

/** Whether somebody may make spaces: whoever has an account, and who owns this Postil. */
export async function mayMakeSpaces(
  database: Database,
  userId: string,
  makers: SpaceMakers,
): Promise<boolean> {
  const user = await database
    .selectFrom("user")
    .where("id", "=", userId)
    .select(["isAnonymous", "owner"])
    .executeTakeFirst();
  if (user?.owner === 1) return true;
  return makers === "everyone" && user !== undefined && user.isAnonymous !== 1;
}

/** Whether somebody has no account. */
export async function isGuest(database: Database, userId: string): Promise<boolean> {
  const guest = await database
    .selectFrom("user")
    .where("id", "=", userId)
    .where("isAnonymous", "=", 1)
    .select("id")
    .executeTakeFirst();
  return guest !== undefined;
}
