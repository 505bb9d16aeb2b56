// Making an account by e-mail address and password, of a guest or of somebody new.

import type { Database } from "../store/database.ts";
import { accountOf, becomeAccount, PASSWORD, userOfEmail } from "./accounts.ts";
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

/** Why there can be none: the caller has one, or somebody has the address. */
export type Obstacle = "has-account" | "email-taken";

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
 * new one begins. Ask `obstacleFor` first.
 */
export async function makeAccount(
  accounts: Accounts,
  headers: Headers,
  { name, email, password }: AccountWish,
  now: number,
): Promise<Entrance> {
  const guest = await enterAsGuest(accounts, headers, { name, now });
  await addAccount(accounts, guest.person.id, { email, password }, now);
  await endSessions(accounts.database, guest.person.id);
  return { ...(await openSession(accounts, new Headers(), guest.person.id)), created: true };
}

/** Gives a guest's user an account. */
export async function addAccount(
  { auth, database }: Accounts,
  userId: string,
  { email, password }: Omit<AccountWish, "name">,
  now: number,
): Promise<void> {
  const { password: hasher } = await auth.$context;
  const proof = {
    providerId: PASSWORD,
    accountId: userId,
    password: await hasher.hash(password),
  } as const;
  await becomeAccount(database, userId, { email, emailVerified: false, proof }, now);
}
