// What those who are at an article may do by now: a few queries for all of them together.

import type { Role } from "#domain/person.ts";
import { type Reach, roleWithin } from "../access/reach.ts";
import type { Attendance, Standing } from "../access/visitors.ts";
import { among } from "../store/among.ts";
import type { Database } from "../store/database.ts";
import { reachOf, TOKEN_SESSION } from "./tokens.ts";

/** The standing of each, in the same order. `now` is in milliseconds since 1970. */
export async function standingsOf(
  database: Database,
  attendances: readonly Attendance[],
  now: number,
): Promise<readonly Standing[]> {
  const shown = distinct(attendances, "session");
  const sessions = new Map([
    ...(await livingSessions(database, shown, now)),
    ...(await livingTokens(database, shown)),
  ]);
  const spaces = await spacesOf(database, distinct(attendances, "articleId"));
  const users = distinct(attendances, "userId");
  const ids = new Set([...spaces.values()].map(({ id }) => id));
  const roles = await rolesIn(database, [...ids], users);
  return attendances.map(({ session, userId, articleId }) => {
    const living = sessions.get(session);
    if (living?.userId !== userId) return "ended";
    const space = spaces.get(articleId);
    if (space === undefined) return "absent";
    const role = roleWithin(living.reach, space.id, roles.get(keyOf(space.id, userId)) ?? null);
    return role === null ? null : { role, archived: space.archived };
  });
}

const distinct = (attendances: readonly Attendance[], key: keyof Attendance): string[] => [
  ...new Set(attendances.map((attendance) => attendance[key])),
];

type Living = { readonly userId: string; readonly reach: Reach | null };

/** Session → its user, of those that have not ended and whose user is there. */
async function livingSessions(
  database: Database,
  sessions: readonly string[],
  now: number,
): Promise<ReadonlyMap<string, Living>> {
  const rows = await database
    .selectFrom("session")
    .innerJoin("user", "user.id", "session.userId")
    .where("session.id", "in", among(sessions))
    .where("session.expiresAt", ">", new Date(now).toISOString())
    .select(["session.id", "session.userId"])
    .execute();
  return new Map(rows.map(({ id, userId }) => [id, { userId, reach: null }]));
}

/** The same for those who showed a token, of tokens that were not revoked. */
async function livingTokens(
  database: Database,
  sessions: readonly string[],
): Promise<ReadonlyMap<string, Living>> {
  const ids = sessions
    .filter((session) => session.startsWith(TOKEN_SESSION))
    .map((session) => session.slice(TOKEN_SESSION.length));
  if (ids.length === 0) return new Map();
  const rows = await database
    .selectFrom("token")
    .where("id", "in", among(ids))
    .select(["id", "user_id", "access", "spaces"])
    .execute();
  return new Map(
    rows.map((row) => [TOKEN_SESSION + row.id, { userId: row.user_id, reach: reachOf(row) }]),
  );
}

/** Article → its space, and whether it or that is archived. */
async function spacesOf(
  database: Database,
  articles: readonly string[],
): Promise<ReadonlyMap<string, { readonly id: string; readonly archived: boolean }>> {
  const rows = await database
    .selectFrom("article")
    .innerJoin("space", "space.id", "article.space_id")
    .where("article.id", "in", among(articles))
    .select(["article.id", "article.space_id", "article.archived_at as own"])
    .select("space.archived_at as shared")
    .execute();
  return new Map(
    rows.map(({ id, space_id, own, shared }) => [
      id,
      { id: space_id, archived: own !== null || shared !== null },
    ]),
  );
}

async function rolesIn(
  database: Database,
  spaces: readonly string[],
  users: readonly string[],
): Promise<ReadonlyMap<string, Role>> {
  const rows = await database
    .selectFrom("member")
    .where("space_id", "in", among(spaces))
    .where("user_id", "in", among(users))
    .select(["space_id", "user_id", "role"])
    .execute();
  return new Map(rows.map(({ space_id, user_id, role }) => [keyOf(space_id, user_id), role]));
}

const keyOf = (space: string, user: string): string => `${space} ${user}`;
