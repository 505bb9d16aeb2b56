// Spaces and who is in them.

import { sql } from "kysely";
import type { Role } from "#domain/person.ts";
import type { Database } from "./database.ts";

/** A space as one of its members sees it. */
export type Membership = {
  readonly id: string;
  readonly name: string;
  readonly scheme: string;
  readonly role: Role;
};

/** The spaces that a user is in, the oldest first. */
export async function spacesOf(database: Database, userId: string): Promise<Membership[]> {
  return await database
    .selectFrom("member")
    .innerJoin("space", "space.id", "member.space_id")
    .where("member.user_id", "=", userId)
    .select(["space.id", "space.name", "space.scheme", "member.role"])
    .orderBy("space.created_at")
    .orderBy("space.id")
    .execute();
}

/** Who is in a space, those who came last first, at most `most` of them. */
export async function membersOf(
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

/** Makes a user an annotator of every space that is open to guests; who is in already keeps the role. */
export async function joinOpenSpaces(
  database: Database,
  userId: string,
  now: number,
): Promise<void> {
  await database
    .insertInto("member")
    .columns(["space_id", "user_id", "role", "joined_at"])
    .expression((query) =>
      query
        .selectFrom("space")
        .where("open_to_guests", "=", 1)
        .select([
          "space.id",
          sql.val(userId).as("user_id"),
          sql<Role>`${"annotator" satisfies Role}`.as("role"),
          sql.val(now).as("joined_at"),
        ]),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Makes a user the owner of every space. */
export async function ownAllSpaces(database: Database, userId: string, now: number): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const spaces = await transaction.selectFrom("space").select("id").execute();
    if (spaces.length === 0) return;
    const role: Role = "owner";
    await transaction
      .insertInto("member")
      .values(spaces.map(({ id }) => ({ space_id: id, user_id: userId, role, joined_at: now })))
      .onConflict((conflict) => conflict.columns(["space_id", "user_id"]).doUpdateSet({ role }))
      .execute();
  });
}
