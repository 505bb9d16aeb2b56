// Making an account by e-mail address and password, of a guest or of somebody new.

import type { Database } from "../store/database.ts";
import { forgetUser } from "../store/erasures.ts";
import { accountOf, becomeAccount, type Obstacle, PASSWORD, userOfEmail } from "./accounts.ts";
import type { Auth } from "./auth.ts";
import { endSessions } from "./session-list.ts";
import { type Entrance, enterAsGuest, identify } from "./sessions.ts";
import { openSession } from "./sign-in.ts";

export type AccountWish = {
  readonly name: string | null;
  /** In lower case. */
  readonly email: string;
  readonly password: string;
};

/** A new account and its session, or what stood in the way. */
export type MadeAccount =
  | { readonly ok: true; readonly entrance: Entrance }
  | { readonly ok: false; readonly obstacle: Obstacle };

type Accounts = { readonly auth: Auth; readonly database: Database };

/** What stands in the way of an account with this address for whoever calls; null: nothing. */
export async function obstacleFor(
  { auth, database }: Accounts,
  headers: Headers,
  email: string,
): Promise<Obstacle | null> {
  const person = await identify(auth, headers);
  if (person !== null && (await accountOf(database, person.id)) !== null) return "has-account";
  return (await userOfEmail(database, email)) === null ? null : "email-taken";
}

/**
 * Makes the account. A guest keeps the id, and with it everything; all their sessions end, and a
 * new one begins. `obstacleFor` tells most of what may stand in the way before a password is hashed.
 */
export async function makeAccount(
  accounts: Accounts,
  headers: Headers,
  { name, email, password }: AccountWish,
  now: number,
): Promise<MadeAccount> {
  const { person, created } = await enterAsGuest(accounts, headers, { name, now });
  const obstacle = await addAccount(accounts, person.id, { email, password }, now);
  if (obstacle !== null) {
    if (created) await forgetUser(accounts.database, person.id);
    return { ok: false, obstacle };
  }
  await endSessions(accounts.database, person.id);
  const entrance = await openSession(accounts, new Headers(), person.id);
  return { ok: true, entrance: { ...entrance, created: true } };
}

/** Gives a guest's user an account. Returns what stood in the way, or null. */
export async function addAccount(
  { auth, database }: Accounts,
  userId: string,
  { email, password }: Omit<AccountWish, "name">,
  now: number,
): Promise<Obstacle | null> {
  const { password: hasher } = await auth.$context;
  const proof = {
    providerId: PASSWORD,
    accountId: userId,
    password: await hasher.hash(password),
  } as const;
  return await becomeAccount(database, userId, { email, emailVerified: false, proof }, now);
}
