// Accounts: an e-mail address, and a password or an identity elsewhere, added to a user who was a guest.

import type { SignUp } from "#domain/account.ts";
import { newId } from "#domain/id.ts";
import { recordAct } from "../store/audit.ts";
import type { Database } from "../store/database.ts";

/** What a person's account has. */
export type Account = {
  readonly email: string;
  readonly hasPassword: boolean;
  /** Whether one can sign in to it by way of the OpenID provider. */
  readonly linked: boolean;
  /** Whether it asks for a code beside the password. */
  readonly twoFactor: boolean;
};

/** The kinds of proof in the accounts library's table. */
export const PASSWORD = "credential";
export const OPENID = "openid";

/** The account of a user; null for a guest. */
export async function accountOf(database: Database, userId: string): Promise<Account | null> {
  const user = await database
    .selectFrom("user")
    .select(["email", "isAnonymous", "twoFactorEnabled"])
    .where("id", "=", userId)
    .executeTakeFirst();
  if (user === undefined || user.isAnonymous === 1) return null;
  const proofs = await database
    .selectFrom("account")
    .select("providerId")
    .where("userId", "=", userId)
    .execute();
  const has = (provider: string): boolean =>
    proofs.some(({ providerId }) => providerId === provider);
  return {
    email: user.email,
    hasPassword: has(PASSWORD),
    linked: has(OPENID),
    twoFactor: user.twoFactorEnabled === 1,
  };
}

/** The user whose account has this address (in lower case); null when there is none. */
export async function userOfEmail(database: Database, email: string): Promise<string | null> {
  const user = await database
    .selectFrom("user")
    .select("id")
    .where("email", "=", email)
    .where((where) => where.or([where("isAnonymous", "is", null), where("isAnonymous", "=", 0)]))
    .executeTakeFirst();
  return user?.id ?? null;
}

/** What proves that somebody is the one of an account. */
export type Proof = {
  readonly providerId: typeof PASSWORD | typeof OPENID;
  /** Whose it is at that provider; the user's own id for a password. */
  readonly accountId: string;
  /** The password's hash, or null. */
  readonly password: string | null;
};

export type NewAccount = {
  readonly email: string;
  /** Whether somebody has shown that the address is theirs. */
  readonly emailVerified: boolean;
  readonly proof: Proof;
};

/** Why somebody can have no account: they have one, or somebody has the address or the identity. */
export type Obstacle = "has-account" | "email-taken" | "identity-taken";

/**
 * Makes a guest's user one with an account. The id stays, and with it all that is theirs. Of several
 * who ask at once one gets it; returns what stood in the way of the others, who stay what they are.
 */
export async function becomeAccount(
  database: Database,
  userId: string,
  { email, emailVerified, proof }: NewAccount,
  now: number,
): Promise<Obstacle | null> {
  return await database.transaction().execute(async (transaction) => {
    if (await isTaken(transaction, email, userId)) return "email-taken";
    const holder = await userOfProof(transaction, proof);
    if (holder !== null && holder !== userId) return "identity-taken";
    const { numUpdatedRows } = await transaction
      .updateTable("user")
      .set({
        email,
        emailVerified: emailVerified ? 1 : 0,
        isAnonymous: 0,
        updatedAt: new Date(now).toISOString(),
      })
      .where("id", "=", userId)
      .where("isAnonymous", "=", 1)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return "has-account";
    await addProof(transaction, userId, proof, now);
    await recordAct(transaction, {
      spaceId: null,
      at: now,
      actorId: userId,
      verb: "account-made",
      subjectId: userId,
    });
    return null;
  });
}

/** Whether another user has this address (in lower case). */
export async function isTaken(database: Database, email: string, userId: string): Promise<boolean> {
  const other = await database
    .selectFrom("user")
    .select("id")
    .where("email", "=", email)
    .where("id", "!=", userId)
    .executeTakeFirst();
  return other !== undefined;
}

/** The user whose account has this proof; null when nobody's has. */
export async function userOfProof(
  database: Database,
  { providerId, accountId }: Pick<Proof, "providerId" | "accountId">,
): Promise<string | null> {
  const row = await database
    .selectFrom("account")
    .select("userId")
    .where("providerId", "=", providerId)
    .where("accountId", "=", accountId)
    .executeTakeFirst();
  return row?.userId ?? null;
}

/** Adds a way to sign in to an account. */
export async function addProof(
  database: Database,
  userId: string,
  proof: Proof,
  now: number,
): Promise<void> {
  const at = new Date(now).toISOString();
  await database
    .insertInto("account")
    .values({ id: newId(), userId, ...proof, createdAt: at, updatedAt: at })
    .execute();
}

/** Whether `userId` (null: somebody without a session) may make an account by a password. */
export async function mayMakeAccount(
  database: Database,
  signUp: SignUp,
  userId: string | null,
): Promise<boolean> {
  if (signUp !== "invited") return signUp === "open";
  if (userId === null) return false;
  const invited = await database
    .selectFrom("member")
    .innerJoin("space", "space.id", "member.space_id")
    .where("member.user_id", "=", userId)
    .where("space.open_to_guests", "=", 0)
    .select("space.id")
    .limit(1)
    .executeTakeFirst();
  return invited !== undefined;
}
