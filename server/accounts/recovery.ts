// A way back into an account whose password was forgotten: a link that works once, for half an hour.

import { recordAct } from "../store/audit.ts";
import type { Database } from "../store/database.ts";
import { issueTicket, redeemTicket, voidTickets } from "../store/tickets.ts";
import type { Auth } from "./auth.ts";
import { setPassword } from "./passwords.ts";

/** How long a link is valid, in milliseconds. */
const RECOVERY_LIFE = 30 * 60 * 1000;

/**
 * A link by which whoever opens it chooses a new password for this user; it ends the one before.
 * `url`: the origin of this Postil. The token is in the fragment, which no browser sends along.
 */
export async function recoveryLink(
  database: Database,
  { userId, url }: { readonly userId: string; readonly url: string },
  now: number,
): Promise<string> {
  await voidTickets(database, "recovery", userId);
  const ticket = { purpose: "recovery", value: userId, life: RECOVERY_LIFE } as const;
  return `${url}/recover#${await issueTicket(database, ticket, now)}`;
}

/**
 * Uses a link's token: sets the password and ends all sessions of that account. Returns its address;
 * null when the token is none, was used or is too old.
 */
export async function recover(
  accounts: { readonly auth: Auth; readonly database: Database },
  { token, password }: { readonly token: string; readonly password: string },
  now: number,
): Promise<string | null> {
  const userId = await redeemTicket(accounts.database, "recovery", token, now);
  if (userId === null) return null;
  const user = await accounts.database
    .selectFrom("user")
    .select("email")
    .where("id", "=", userId)
    .executeTakeFirst();
  if (user === undefined) return null;
  await setPassword(accounts, userId, password, now);
  await voidTickets(accounts.database, "email", userId);
  const act = { spaceId: null, at: now, actorId: null, subjectId: userId } as const;
  await recordAct(accounts.database, { ...act, verb: "password-reset" });
  return user.email;
}
