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

/** Lets those in who wait, as annotators, and refuses others; whoever does not wait is left out. */
export async function emptyWaitingRoom(
  database: Database,
  spaceId: string,
  { admit, refuse }: { readonly admit: readonly string[]; readonly refuse: readonly string[] },
  { userId: actorId, at }: By,
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const rows = await stillWaiting(transaction, spaceId).select("waiting.user_id").execute();
    const decide = async (
      wanted: readonly string[],
      verb: "admitted" | "refused",
      carryOut: (seat: Seat) => Promise<unknown>,
    ): Promise<void> => {
      for (const { user_id: userId } of rows.filter((row) => wanted.includes(row.user_id))) {
        await carryOut({ spaceId, userId });
        await recordAct(transaction, { spaceId, at, actorId, verb, subjectId: userId });
      }
    };
    await decide(admit, "admitted", (seat) => addMember(transaction, seat, "annotator", at));
    await decide(refuse, "refused", ({ userId }) =>
      transaction
        .updateTable("waiting")
        .set({ refused_at: at })
        .where("space_id", "=", spaceId)
        .where("user_id", "=", userId)
        .execute(),
    );
  });
}

/** Whoever is a member does not wait any more. */
function stillWaiting(database: Database, spaceId: string) {
  return database
    .selectFrom("waiting")
    .where("waiting.space_id", "=", spaceId)
    .where("waiting.refused_at", "is", null)
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
