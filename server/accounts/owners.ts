// Who owns this Postil: whoever opened the link on its console, or was named in its settings.

import { NAME_LENGTH } from "#domain/person.ts";
import type { Database } from "../store/database.ts";
import { ownAllSpaces } from "../store/spaces.ts";
import { userOfEmail } from "./accounts.ts";
import type { Auth } from "./auth.ts";
import { addAccount } from "./new-account.ts";
import { endSessions } from "./session-list.ts";
import { enterAsGuest } from "./sessions.ts";

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
  accounts: { readonly auth: Auth; readonly database: Database },
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
  const obstacle = await addAccount(accounts, person.id, { email, password }, now);
  if (obstacle !== null) throw new Error(`an owner could not be made: ${obstacle}`);
  await endSessions(database, person.id);
  await becomeOwner(database, person.id, now);
  return true;
}
