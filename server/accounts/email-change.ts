// Changing the e-mail address of an account: at once, or by a link that went to the new address.

import { recordAct } from "../store/audit.ts";
import type { Database } from "../store/database.ts";
import { issueTicket, redeemTicket, voidTickets } from "../store/tickets.ts";
import { isTaken } from "./accounts.ts";

/** How long a link is valid, in milliseconds. */
const EMAIL_LIFE = 60 * 60 * 1000;

/**
 * A link by which whoever opens it gives an account this address (in lower case); it ends the one
 * before. `url`: the origin of this Postil. The token is in the fragment, which no browser sends along.
 */
export async function emailLink(
  database: Database,
  { userId, email, url }: { readonly userId: string; readonly email: string; readonly url: string },
  now: number,
): Promise<string> {
  await voidTickets(database, "email", userId);
  const ticket = { purpose: "email", value: `${userId} ${email}`, life: EMAIL_LIFE } as const;
  return `${url}/email#${await issueTicket(database, ticket, now)}`;
}

/** The addresses of an account before and after; or that somebody else has the new one by now. */
export type EmailChange =
  | { readonly ok: true; readonly former: string; readonly email: string }
  | { readonly ok: false };

/** Uses a link's token: the address is changed, and known to be theirs. Null when the token is none, was used or is too old. */
export async function confirmEmail(
  database: Database,
  token: string,
  now: number,
): Promise<EmailChange | null> {
  const value = await redeemTicket(database, "email", token, now);
  if (value === null) return null;
  const [userId = "", email = ""] = value.split(" ");
  return await changeEmail(database, userId, { email, isVerified: true }, now);
}

/** Gives an account another address. Links to a new password that went to the old one are worthless then. */
export async function changeEmail(
  database: Database,
  userId: string,
  { email, isVerified }: { readonly email: string; readonly isVerified: boolean },
  now: number,
): Promise<EmailChange> {
  return await database.transaction().execute(async (transaction) => {
    if (await isTaken(transaction, email, userId)) return { ok: false };
    const { email: former } = await transaction
      .selectFrom("user")
      .where("id", "=", userId)
      .select("email")
      .executeTakeFirstOrThrow();
    await transaction
      .updateTable("user")
      .set({
        ...{ email, emailVerified: isVerified ? 1 : 0 },
        updatedAt: new Date(now).toISOString(),
      })
      .where("id", "=", userId)
      .execute();
    await voidTickets(transaction, "recovery", userId);
    const act = { spaceId: null, at: now, actorId: userId, subjectId: userId } as const;
    await recordAct(transaction, { ...act, verb: "email-changed" });
    return { ok: true, former, email };
  });
}
