// How people come into a space: links, and by the code that it has. What a link or a seat's code says is kept as a hash.

import { newId } from "#domain/id.ts";
import type { Role } from "#domain/person.ts";
import { recordAct } from "./audit.ts";
import type { Database } from "./database.ts";
import { addMember, roleIn, type Seat } from "./members.ts";
import type { By } from "./spaces.ts";
import { hashOfToken } from "./tickets.ts";

/** A link as editors see it: what it says is known to whoever made it only. */
export type InviteRow = {
  readonly id: string;
  readonly role: Role;
  readonly expiresAt: number;
  /** Null: as many as want to. */
  readonly usesLeft: number | null;
};

export type NewInvite = {
  readonly spaceId: string;
  readonly role: Role;
  readonly expiresAt: number;
  readonly uses: number | null;
};

/** Makes a link. Returns its id, and the token that is told this once. */
export async function makeInvite(
  database: Database,
  { spaceId, role, expiresAt, uses }: NewInvite,
  { userId, at }: By,
): Promise<{ readonly id: string; readonly token: string }> {
  const [id, token] = [newId(), newId()];
  await database.transaction().execute(async (transaction) => {
    await transaction
      .insertInto("invite")
      .values({
        ...{ id, space_id: spaceId, hash: hashOfToken(token), role, expires_at: expiresAt },
        ...{ uses_left: uses, made_by: userId, made_at: at },
      })
      .execute();
    await recordAct(transaction, {
      ...{ spaceId, at, actorId: userId, verb: "invite-made", subjectId: id },
      details: { role, uses },
    });
  });
  return { id, token };
}

/** The links of a space that are still good, the latest first. */
export async function invitesOf(
  database: Database,
  spaceId: string,
  now: number,
): Promise<InviteRow[]> {
  const rows = await database
    .selectFrom("invite")
    .where("space_id", "=", spaceId)
    .where("expires_at", ">", now)
    .where("revoked_at", "is", null)
    .select(["id", "role", "expires_at", "uses_left"])
    .orderBy("made_at", "desc")
    .orderBy("id")
    .execute();
  return rows.map(({ id, role, expires_at, uses_left }) => ({
    ...{ id, role, expiresAt: expires_at, usesLeft: uses_left },
  }));
}

/** A space that somebody may come into. */
export type OpenSpace = {
  readonly spaceId: string;
  readonly name: string;
  readonly guestsAllowed: boolean;
  readonly waitingRoom: boolean;
};

/** Where a link leads, with its id and the role that it gives; null when it leads nowhere (any more). */
export async function findInvite(
  database: Database,
  token: string,
  now: number,
): Promise<(OpenSpace & { readonly id: string; readonly role: Role }) | null> {
  const row = await database
    .selectFrom("invite")
    .innerJoin("space", "space.id", "invite.space_id")
    .where("invite.hash", "=", hashOfToken(token))
    .where("invite.expires_at", ">", now)
    .where("invite.revoked_at", "is", null)
    .where((query) => query.or([query("uses_left", "is", null), query("uses_left", ">", 0)]))
    .where("space.archived_at", "is", null)
    .select(["invite.id", "invite.role", "space_id", "name", "guests_allowed", "waiting_room"])
    .executeTakeFirst();
  return row ? { ...openSpace(row), id: row.id, role: row.role } : null;
}

/**
 * Lets somebody in by a link, which then is good once less; for who is in already it stays as it was.
 * Returns false when it is not good any more.
 */
export async function joinByInvite(
  database: Database,
  { id, role, spaceId }: { readonly id: string; readonly role: Role; readonly spaceId: string },
  { userId, at }: By,
): Promise<boolean> {
  return await database.transaction().execute(async (transaction) => {
    if ((await roleIn(transaction, spaceId, userId)) !== null) return true;
    const used = await transaction
      .updateTable("invite")
      .set(({ eb }) => ({ uses_left: eb("uses_left", "-", 1) }))
      .where("id", "=", id)
      .where("revoked_at", "is", null)
      .where(({ eb, or }) => or([eb("uses_left", "is", null), eb("uses_left", ">", 0)]))
      .executeTakeFirst();
    if (used.numUpdatedRows === 0n) return false;
    await addMember(transaction, { spaceId, userId }, role, at);
    const act = { spaceId, at, actorId: userId, verb: "joined", subjectId: userId } as const;
    await recordAct(transaction, { ...act, details: { by: "link", invite: id } });
    return true;
  });
}

/** The space that a code opens; null when it opens none (any more). */
export async function findCode(
  database: Database,
  code: string,
  now: number,
): Promise<OpenSpace | null> {
  const row = await database
    .selectFrom("class_code")
    .innerJoin("space", "space.id", "class_code.space_id")
    .where("class_code.code", "=", code)
    .where("class_code.expires_at", ">", now)
    .where("space.archived_at", "is", null)
    .select(["space_id", "name", "guests_allowed", "waiting_room"])
    .executeTakeFirst();
  return row ? openSpace(row) : null;
}

/** Lets somebody in by the code, as an annotator. */
export async function joinByCode(database: Database, seat: Seat, at: number): Promise<void> {
  const { spaceId, userId } = seat;
  await database.transaction().execute(async (transaction) => {
    if (!(await addMember(transaction, seat, "annotator", at))) return;
    const act = { spaceId, at, actorId: userId, verb: "joined", subjectId: userId } as const;
    await recordAct(transaction, { ...act, details: { by: "code" } });
  });
}

function openSpace(row: {
  readonly space_id: string;
  readonly name: string;
  readonly guests_allowed: number;
  readonly waiting_room: number;
}): OpenSpace {
  return {
    spaceId: row.space_id,
    name: row.name,
    guestsAllowed: row.guests_allowed === 1,
    waitingRoom: row.waiting_room === 1,
  };
}
