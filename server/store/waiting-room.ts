// Those who came by the code and wait until an editor lets them in.

import { newId } from "#domain/id.ts";
import { recordAct } from "./audit.ts";
import type { Database } from "./database.ts";
import { addMember, type Seat } from "./members.ts";
import type { By } from "./spaces.ts";

/** Has somebody wait, or wait again. Returns the id by which they ask how things stand. */
export async function waitFor(
  database: Database,
  { spaceId, userId }: Seat,
  at: number,
): Promise<string> {
  return await database.transaction().execute(async (transaction) => {
    const waiting = await transaction
      .selectFrom("waiting")
      .where("space_id", "=", spaceId)
      .where("user_id", "=", userId)
      .where("refused_at", "is", null)
      .select("id")
      .executeTakeFirst();
    if (waiting) return waiting.id;
    const id = newId();
    await transaction
      .insertInto("waiting")
      .values({ id, space_id: spaceId, user_id: userId, asked_at: at, refused_at: null })
      .onConflict((conflict) =>
        conflict
          .columns(["space_id", "user_id"])
          .doUpdateSet({ id, asked_at: at, refused_at: null }),
      )
      .execute();
    const act = { spaceId, at, actorId: userId, verb: "waited", subjectId: userId } as const;
    await recordAct(transaction, act);
    return id;
  });
}

/** Where somebody stands who asked to come in; `spaceId` is null before they are. */
export type Asked = {
  readonly id: string;
  readonly state: "waiting" | "refused" | "in";
  readonly spaceId: string | null;
};

/** Where a user stands with all spaces that they asked for, the latest first. */
export async function askedBy(database: Database, userId: string): Promise<Asked[]> {
  const rows = await database
    .selectFrom("waiting")
    .leftJoin("member", (join) =>
      join
        .onRef("member.space_id", "=", "waiting.space_id")
        .onRef("member.user_id", "=", "waiting.user_id"),
    )
    .where("waiting.user_id", "=", userId)
    .select(["waiting.id", "waiting.space_id", "waiting.refused_at", "member.role"])
    .orderBy("waiting.asked_at", "desc")
    .execute();
  return rows.map(({ id, space_id, refused_at, role }) => {
    if (role !== null) return { id, state: "in", spaceId: space_id };
    return { id, state: refused_at === null ? "waiting" : "refused", spaceId: null };
  });
}

/** Somebody who waits. */
export type Waiting = { readonly id: string; readonly name: string; readonly askedAt: number };

/** Who waits to come into a space, those who came first first. */
export async function waitingFor(database: Database, spaceId: string): Promise<Waiting[]> {
  const rows = await stillWaiting(database, spaceId)
    .innerJoin("user", "user.id", "waiting.user_id")
    .select(["user.id", "user.name", "waiting.asked_at"])
    .orderBy("waiting.asked_at")
    .orderBy("user.id")
    .execute();
  return rows.map(({ id, name, asked_at }) => ({ id, name, askedAt: asked_at }));
}

/** What is decided about people who asked to come in, by user id. */
export type Decision = {
  readonly admit: readonly string[];
  readonly refuse: readonly string[];
  /** Those who were refused, and wait again. */
  readonly recall: readonly string[];
};

/** Lets those in who wait, as annotators, refuses others, and takes that back; whoever did not ask is left out. */
export async function decideWhoComesIn(
  database: Database,
  spaceId: string,
  { admit, refuse, recall }: Decision,
  { userId: actorId, at }: By,
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const rows = await outside(transaction, spaceId)
      .select(["waiting.user_id", "waiting.refused_at"])
      .execute();
    const decide = async (
      wanted: readonly string[],
      verb: "admitted" | "refused" | "recalled",
      carryOut: (seat: Seat) => Promise<unknown>,
    ): Promise<void> => {
      const wasRefused = verb === "recalled";
      for (const { user_id: userId, refused_at } of rows) {
        if (!wanted.includes(userId) || (refused_at !== null) !== wasRefused) continue;
        await carryOut({ spaceId, userId });
        await recordAct(transaction, { spaceId, at, actorId, verb, subjectId: userId });
      }
    };
    await decide(admit, "admitted", (seat) => addMember(transaction, seat, "annotator", at));
    await decide(refuse, "refused", (seat) => setRefused(transaction, seat, at));
    await decide(recall, "recalled", (seat) => setRefused(transaction, seat, null));
  });
}

/** Whoever goes on as somebody else waits nowhere any more. */
export async function stopWaiting(database: Database, userId: string): Promise<void> {
  await database.deleteFrom("waiting").where("user_id", "=", userId).execute();
}

/** `at` null: not refused. */
async function setRefused(
  database: Database,
  { spaceId, userId }: Seat,
  at: number | null,
): Promise<void> {
  await database
    .updateTable("waiting")
    .set({ refused_at: at })
    .where("space_id", "=", spaceId)
    .where("user_id", "=", userId)
    .execute();
}

const stillWaiting = (database: Database, spaceId: string) =>
  outside(database, spaceId).where("waiting.refused_at", "is", null);

/** Those who asked and are not in: they wait, or were refused. */
function outside(database: Database, spaceId: string) {
  return database
    .selectFrom("waiting")
    .where("waiting.space_id", "=", spaceId)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("member")
            .whereRef("member.space_id", "=", "waiting.space_id")
            .whereRef("member.user_id", "=", "waiting.user_id")
            .select("member.role"),
        ),
      ),
    );
}
