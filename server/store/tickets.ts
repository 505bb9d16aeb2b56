// Tickets: long random tokens that are good for one thing, once, and for a while. Only their hashes are kept.

import { createHash } from "node:crypto";
import { sql } from "kysely";
import { newId } from "#domain/id.ts";
import type { Database } from "./database.ts";

/** What a ticket is good for. */
export type TicketPurpose = "recovery" | "email" | "openid";

/** Makes a ticket and returns its token. `life` and `now` in milliseconds, `now` since 1970. */
export async function issueTicket(
  database: Database,
  ticket: { readonly purpose: TicketPurpose; readonly value: string; readonly life: number },
  now: number,
): Promise<string> {
  const token = newId();
  await forgetOldTickets(database, now);
  await database
    .insertInto("ticket")
    .values({
      hash: hashOfToken(token),
      purpose: ticket.purpose,
      value: ticket.value,
      expires_at: now + ticket.life,
    })
    .execute();
  return token;
}

/** Uses a ticket up and returns what it was made with; null when it is none, was used or is too old. */
export async function redeemTicket(
  database: Database,
  purpose: TicketPurpose,
  token: string,
  now: number,
): Promise<string | null> {
  const row = await database
    .deleteFrom("ticket")
    .where("hash", "=", hashOfToken(token))
    .where("purpose", "=", purpose)
    .returning(["value", "expires_at"])
    .executeTakeFirst();
  return row !== undefined && now < row.expires_at ? row.value : null;
}

/** Forgets those that are too old. */
export async function forgetOldTickets(database: Database, now: number): Promise<void> {
  await database.deleteFrom("ticket").where("expires_at", "<=", now).execute();
}

/** Makes somebody's tickets worthless: those whose value is their id, or begins with it. `purpose` null: all. */
export async function voidTickets(
  database: Database,
  purpose: Exclude<TicketPurpose, "openid"> | null,
  userId: string,
): Promise<void> {
  await database
    .deleteFrom("ticket")
    .where(sql`substr(value || ' ', 1, ${userId.length + 1})`, "=", `${userId} `)
    .$if(purpose !== null, (query) => query.where("purpose", "=", purpose ?? "recovery"))
    .execute();
}

/** What is kept of a token: SHA-256 in hexadecimal. Tokens are random, so nothing slower is needed. */
export const hashOfToken = (token: string): string =>
  createHash("sha256").update(token).digest("hex");
