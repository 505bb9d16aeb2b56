// Invites for one e-mail address each: good once, for an account that has the address. The address is
// kept until the invite was used or is too old, or was revoked and not brought back.

import { newId } from "#domain/id.ts";
import type { Role } from "#domain/person.ts";
import { recordAct } from "./audit.ts";
import type { Database } from "./database.ts";
import { addMember, roleIn } from "./members.ts";
import type { By } from "./spaces.ts";
import { hashOfToken } from "./tickets.ts";

const DAY = 24 * 60 * 60 * 1000;

/** How many may be invited in 24 hours, into one space and by one person. */
export const INVITED_A_DAY = 200;

/** Somebody who is to be invited. */
export type Invited = {
  /** In lower case. */
  readonly email: string;
  /** Whether the link goes there by mail and is told to nobody else: then who opens it has the address. */
  readonly mailed: boolean;
};

/** What was made for one address; the token is told this once. */
export type MadeInvite = Invited & { readonly id: string; readonly token: string };

type Wanted = {
  readonly spaceId: string;
  readonly role: Role;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
  readonly people: readonly Invited[];
};

/**
 * Invites people into a space; who was invited there before gets a new link in the place of the old
 * one. Returns null, and does nothing, when it would be more than `INVITED_A_DAY`.
 */
export async function invitePeople(
  database: Database,
  { spaceId, role, expiresAt, people }: Wanted,
  by: By,
): Promise<readonly MadeInvite[] | null> {
  return await database.transaction().execute(async (transaction) => {
    if ((await invitedLately(transaction, spaceId, by)) + people.length > INVITED_A_DAY)
      return null;
    const made: MadeInvite[] = [];
    for (const { email, mailed } of people) {
      const [id, token] = [newId(), newId()];
      const columns = {
        ...{ id, hash: hashOfToken(token), role, expires_at: expiresAt },
        ...{ mailed: mailed ? 1 : 0, unsent: 0, made_by: by.userId, made_at: by.at },
        revoked_at: null,
      };
      await transaction
        .insertInto("personal_invite")
        .values({ space_id: spaceId, email, used_by: null, ...columns })
        .onConflict((conflict) => conflict.columns(["space_id", "email"]).doUpdateSet(columns))
        .execute();
      await recordAct(transaction, {
        ...{ spaceId, at: by.at, actorId: by.userId, verb: "person-invited", subjectId: id },
        details: { role },
      });
      made.push({ id, token, email, mailed });
    }
    return made;
  });
}

/** How many were invited in the last 24 hours, into this space or by this person. */
async function invitedLately(
  database: Database,
  spaceId: string,
  { userId, at }: By,
): Promise<number> {
  const counted = await database
    .selectFrom("audit")
    .where("verb", "=", "person-invited")
    .where("at", ">", at - DAY)
    .where(({ eb, or }) => or([eb("space_id", "=", spaceId), eb("actor_id", "=", userId)]))
    .select(({ fn }) => fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return counted.count;
}

/** An invite as editors see it. */
export type PersonalInvite = {
  readonly id: string;
  readonly email: string;
  readonly role: Role;
  readonly expiresAt: number;
  /** Whether its letter could not be sent. */
  readonly unsent: boolean;
};

/** Those of a space that are still good, the latest first. */
export async function personalInvitesOf(
  database: Database,
  spaceId: string,
  now: number,
): Promise<PersonalInvite[]> {
  const rows = await database
    .selectFrom("personal_invite")
    .where("space_id", "=", spaceId)
    .where("expires_at", ">", now)
    .where("revoked_at", "is", null)
    .select(["id", "email", "role", "expires_at as expiresAt", "unsent"])
    .orderBy("made_at", "desc")
    .orderBy("email")
    .execute();
  return rows.flatMap(({ email, unsent, ...row }) =>
    email === null ? [] : [{ ...row, email, unsent: unsent === 1 }],
  );
}

/** Notes that the letter of an invite could not be sent. */
export async function noteUnsent(database: Database, id: string): Promise<void> {
  await database.updateTable("personal_invite").set({ unsent: 1 }).where("id", "=", id).execute();
}

/** Whom a link is for; null when it is none, was used or is too old. */
export async function addressOfInvite(
  database: Database,
  token: string,
  now: number,
): Promise<string | null> {
  const invite = await findInvite(database, token, now);
  return invite?.email ?? null;
}

/** Where a link led; or that it leads nowhere, or is for another address. */
export type PersonalJoin =
  | { readonly ok: true; readonly space: { readonly id: string; readonly name: string } }
  | { readonly ok: false; readonly why: "no-such-invite" | "invited-another" };

/** An account that comes in. */
type Comer = {
  readonly userId: string;
  readonly email: string;
};

/** Lets the account in that a link is for. Whoever used it before is led to the space again, while they are in it. */
export async function joinByPersonalInvite(
  database: Database,
  token: string,
  { userId, email }: Comer,
  at: number,
): Promise<PersonalJoin> {
  return await database.transaction().execute(async (transaction) => {
    const invite = await findInvite(transaction, token, at);
    if (invite === undefined) return { ok: false, why: "no-such-invite" };
    const space = { id: invite.spaceId, name: invite.name };
    if (invite.email === null) {
      const again = invite.usedBy === userId;
      const isIn = again && (await roleIn(transaction, space.id, userId)) !== null;
      return isIn ? { ok: true, space } : { ok: false, why: "no-such-invite" };
    }
    if (invite.email !== email) return { ok: false, why: "invited-another" };
    await take(transaction, invite, { userId, at });
    if (invite.mailed) await verify(transaction, userId);
    return { ok: true, space };
  });
}

/** Lets an account into all spaces that its address was invited to, if it is shown to have the address. */
export async function joinByAddress(database: Database, userId: string, at: number): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const invites = await openInvites(transaction, at)
      .innerJoin("user", "user.email", "personal_invite.email")
      .where("user.id", "=", userId)
      .where("user.isAnonymous", "=", 0)
      .where("user.emailVerified", "=", 1)
      .execute();
    for (const invite of invites) await take(transaction, invite, { userId, at });
  });
}

/** Those that are not too old, of spaces that are in use. */
const openInvites = (database: Database, now: number) =>
  database
    .selectFrom("personal_invite")
    .innerJoin("space", "space.id", "personal_invite.space_id")
    .where("personal_invite.expires_at", ">", now)
    .where("personal_invite.revoked_at", "is", null)
    .where("space.archived_at", "is", null)
    .select(["personal_invite.id", "personal_invite.role", "personal_invite.used_by as usedBy"])
    .select(["personal_invite.email", "personal_invite.mailed"])
    .select(["personal_invite.space_id as spaceId", "space.name"]);

const findInvite = (database: Database, token: string, now: number) =>
  openInvites(database, now)
    .where("personal_invite.hash", "=", hashOfToken(token))
    .executeTakeFirst();

type Open = { readonly id: string; readonly spaceId: string; readonly role: Role };

/** Uses an invite up: the address goes, and its account comes in; who is in already stays what they are. */
async function take(
  database: Parameters<typeof addMember>[0],
  { id, spaceId, role }: Open,
  { userId, at }: By,
): Promise<void> {
  await database
    .updateTable("personal_invite")
    .set({ email: null, used_by: userId })
    .where("id", "=", id)
    .execute();
  if (!(await addMember(database, { spaceId, userId }, role, at))) return;
  const act = { spaceId, at, actorId: userId, verb: "joined", subjectId: userId } as const;
  await recordAct(database, { ...act, details: { by: "address", invite: id } });
}

/** Whoever opened a link that went to their address by mail has it. */
async function verify(database: Database, userId: string): Promise<void> {
  await database.updateTable("user").set({ emailVerified: 1 }).where("id", "=", userId).execute();
}
