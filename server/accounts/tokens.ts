// Tokens: what a person's scripts show in the place of a session.

import { z } from "zod";
import { newId } from "#domain/id.ts";
import type { Access, Reach } from "../access/reach.ts";
import type { Visitor } from "../access/visitors.ts";
import { recordAct } from "../store/audit.ts";
import type { Database } from "../store/database.ts";
import { hashOfToken } from "../store/tickets.ts";
import { personOf } from "./sessions.ts";

/** How every token begins, so that it is known for one wherever it turns up. */
const PREFIX = "postil_";

/** How often the time of the last use is written, in milliseconds: a day. */
const DAY = 24 * 60 * 60 * 1000;

/** What the session of a visitor who shows a token begins with; ids of sessions never do. */
export const TOKEN_SESSION = "token:";

export type TokenRow = Reach & {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly created: number;
  /** To the day; null: never. */
  readonly used: number | null;
};

const spacesSchema = z.array(z.string()).nullable();

/** The reach of a token, as its row has it. */
export const reachOf = (row: {
  readonly access: Access;
  readonly spaces: string | null;
}): Reach => ({
  access: row.access,
  spaces: spacesSchema.parse(row.spaces === null ? null : JSON.parse(row.spaces)),
});

/** Makes a token for somebody and returns it; afterwards nobody can read it any more. */
export async function makeToken(
  database: Database,
  userId: string,
  wish: Reach & { readonly name: string },
  now: number,
): Promise<{ readonly id: string; readonly token: string }> {
  const [id, token] = [newId(), PREFIX + newId() + newId()];
  const { name, access, spaces } = wish;
  await database.transaction().execute(async (transaction) => {
    await transaction
      .insertInto("token")
      .values({
        id,
        user_id: userId,
        name,
        hash: hashOfToken(token),
        access,
        spaces: spaces && JSON.stringify(spaces),
        created_at: now,
        used_at: null,
      })
      .execute();
    const act = { spaceId: null, at: now, actorId: userId, subjectId: id } as const;
    await recordAct(transaction, { ...act, verb: "token-made", details: { access } });
  });
  return { id, token };
}

/** The tokens of somebody, the newest first. */
export async function tokensOf(database: Database, userId: string): Promise<readonly TokenRow[]> {
  const rows = await database
    .selectFrom("token")
    .selectAll()
    .where("user_id", "=", userId)
    .orderBy("created_at", "desc")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    ...reachOf(row),
    created: row.created_at,
    used: row.used_at,
  }));
}

/** Makes a token of somebody worthless; false when there is none like this. */
export async function revokeToken(
  database: Database,
  userId: string,
  tokenId: string,
  now: number,
): Promise<boolean> {
  return await database.transaction().execute(async (transaction) => {
    const gone = await transaction
      .deleteFrom("token")
      .where("user_id", "=", userId)
      .where("id", "=", tokenId)
      .executeTakeFirst();
    if (gone.numDeletedRows === 0n) return false;
    const act = { spaceId: null, at: now, actorId: userId, subjectId: tokenId } as const;
    await recordAct(transaction, { ...act, verb: "token-revoked" });
    return true;
  });
}

/** The token in an `Authorization` header; null when it holds none. */
export function tokenIn(authorization: string | null): string | null {
  const token = /^bearer\s+(\S+)$/i.exec(authorization ?? "")?.[1] ?? "";
  return token.startsWith(PREFIX) ? token : null;
}

/** Who shows this token; null when it is none. `now`: milliseconds since 1970. */
export async function visitorByToken(
  database: Database,
  token: string,
  now: number,
): Promise<Visitor | null> {
  const row = await database
    .selectFrom("token")
    .innerJoin("user", "user.id", "token.user_id")
    .where("token.hash", "=", hashOfToken(token))
    .select(["token.id as token_id", "token.access", "token.spaces", "token.used_at"])
    .select(["user.id", "user.name", "user.colour"])
    .executeTakeFirst();
  if (row === undefined) return null;
  if (row.used_at === null || now - row.used_at > DAY) {
    await database
      .updateTable("token")
      .set({ used_at: now })
      .where("id", "=", row.token_id)
      .execute();
  }
  return { person: personOf(row), session: TOKEN_SESSION + row.token_id, reach: reachOf(row) };
}
