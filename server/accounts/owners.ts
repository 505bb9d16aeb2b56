// Who owns this Postil: whoever opened the link on its console, or was named in its settings.

import { NAME_LENGTH } from "#domain/person.ts";
import { Refusal } from "../refusal.ts";
import type { Database } from "../store/database.ts";
import { ownAllSpaces } from "../store/spaces.ts";
import { userOfEmail } from "./accounts.ts";
import type { Auth } from "./auth.ts";
import { addAccount } from "./new-account.ts";
import { endSessions } from "./session-list.ts";
import { enterAsGuest } from "./sessions.ts";

type Accounts = { readonly auth: Auth; readonly database: Database };

/** Makes a user an owner of this Postil, and of every space in it. */
export async function becomeOwner(database: Database, userId: string, now: number): Promise<void> {
  await database.updateTable("user").set({ owner: 1 }).where("id", "=", userId).execute();
  await ownAllSpaces(database, userId, now);
}

export async function isOwner(database: Database, userId: string): Promise<boolean> {
  const owner = await database
    .selectFrom("user")
    .select("id")
    .where("id", "=", userId)
    .where("owner", "=", 1)
    .executeTakeFirst();
  return owner !== undefined;
}

/**
 * Makes an account that owns this Postil. Where there is one with this address, that one becomes the
 * owner and keeps its password. Returns whether it is new.
 */
export async function createOwner(
  accounts: Accounts,
  { email, password }: { readonly email: string; readonly password: string },
  now: number,
): Promise<boolean> {
  const { database } = accounts;
  const known = await userOfEmail(database, email);
  if (known !== null) {
    await becomeOwner(database, known, now);
    return false;
  }
  const name = email.slice(0, Math.min(email.indexOf("@"), NAME_LENGTH));
  const { person } = await enterAsGuest(accounts, new Headers(), { name, now });
  // the account last: where this breaks off, the address is still to be had
  await becomeOwner(database, person.id, now);
  await endSessions(database, person.id);
  const obstacle = await addAccount(accounts, person.id, { email, password }, now);
  if (obstacle !== null) throw new Error(`an owner could not be made: ${obstacle}`);
  return true;
}

/**
 * The owner whom the settings name is there; whoever owns this Postil already stays what they are in each
 * space. Rejects with Refusal when an account has the address that owns
 * nothing: addresses are not verified, so it may be of somebody who typed it first.
 */
export async function ensureOwner(
  accounts: Accounts,
  owner: { readonly email: string; readonly password: string },
  now: number,
): Promise<void> {
  const { database } = accounts;
  const known = await userOfEmail(database, owner.email);
  if (known === null) await createOwner(accounts, owner, now);
  else if (!(await isOwner(database, known))) {
    throw new Refusal(
      `There is an account with the address in POSTIL_OWNER_EMAIL already, and it is no owner's. If you know whose it is, make it one: npm run postil -- create-owner ${owner.email}. Else name another address.`,
    );
  }
}
