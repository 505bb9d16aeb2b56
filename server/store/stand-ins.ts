// Stand-ins: members under whose names stands what annotators of a file did elsewhere. Nobody comes in as one.

import type { Transaction } from "kysely";
import { newId } from "#domain/id.ts";
import { PERSON_COLOURS } from "#domain/person.ts";
import type { Database, Tables } from "./database.ts";
import { addMember } from "./members.ts";

/** The stand-ins of a space: name → user id. */
export async function standInsIn(
  database: Database,
  spaceId: string,
): Promise<ReadonlyMap<string, string>> {
  const rows = await database
    .selectFrom("stand_in")
    .innerJoin("user", "user.id", "stand_in.user_id")
    .innerJoin("member", (join) =>
      join
        .onRef("member.user_id", "=", "stand_in.user_id")
        .onRef("member.space_id", "=", "stand_in.space_id"),
    )
    .where("stand_in.space_id", "=", spaceId)
    .select(["user.id", "user.name"])
    .execute();
  return new Map(rows.map(({ id, name }) => [name, id]));
}

/** Makes stand-ins of these names. Returns name → user id. */
export async function addStandIns(
  transaction: Transaction<Tables>,
  {
    spaceId,
    names,
    at,
  }: { readonly spaceId: string; readonly names: readonly string[]; readonly at: number },
): Promise<ReadonlyMap<string, string>> {
  const { count } = await transaction
    .selectFrom("user")
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  const made = new Map<string, string>();
  for (const [index, name] of names.entries()) {
    const colour = (count + index) % PERSON_COLOURS;
    const userId = await addUser(transaction, name, { colour, at });
    await transaction
      .insertInto("stand_in")
      .values({ user_id: userId, space_id: spaceId })
      .execute();
    await addMember(transaction, { spaceId, userId }, "annotator", at);
    made.set(name, userId);
  }
  return made;
}

/** A user without a session and without anything that could begin one. */
async function addUser(
  transaction: Transaction<Tables>,
  name: string,
  { colour, at }: { readonly colour: number; readonly at: number },
): Promise<string> {
  const id = newId();
  const time = new Date(at).toISOString();
  await transaction
    .insertInto("user")
    .values({
      ...{ id, name, colour, email: `${id}@stand-in.invalid`, emailVerified: 0, isAnonymous: 1 },
      ...{ createdAt: time, updatedAt: time, twoFactorEnabled: 0, owner: 0 },
    })
    .execute();
  return id;
}

/** Whether nobody can ever come in as this user. */
export async function isStandIn(database: Database, userId: string): Promise<boolean> {
  const row = await database
    .selectFrom("stand_in")
    .where("user_id", "=", userId)
    .select("user_id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Forgets the stand-ins of a space that is to go. */
export async function forgetStandIns(database: Database, spaceId: string): Promise<void> {
  await database
    .deleteFrom("user")
    .where("id", "in", (query) =>
      query.selectFrom("stand_in").where("space_id", "=", spaceId).select("user_id"),
    )
    .execute();
}
