// What those who are at an article may do by now: a few queries for all of them together.

import type { Role } from "#domain/person.ts";
import type { Attendance, Standing } from "../access/visitors.ts";
import { among } from "../store/among.ts";
import type { Database } from "../store/database.ts";

/** The standing of each, in the same order. `now` is in milliseconds since 1970. */
export async function standingsOf(
  database: Database,
  attendances: readonly Attendance[],
  now: number,
): Promise<readonly Standing[]> {
  const sessions = await livingSessions(database, distinct(attendances, "session"), now);
  const spaces = await spacesOf(database, distinct(attendances, "articleId"));
  const users = distinct(attendances, "userId");
  const ids = new Set([...spaces.values()].map(({ id }) => id));
  const roles = await rolesIn(database, [...ids], users);
  return attendances.map(({ session, userId, articleId }) => {
    if (sessions.get(session) !== userId) return "ended";
    const space = spaces.get(articleId);
    if (space === undefined) return "absent";
    const role = roles.get(keyOf(space.id, userId));
    return role === undefined ? null : { role, archived: space.archived };
  });
}

const distinct = (attendances: readonly Attendance[], key: keyof Attendance): string[] => [
  ...new Set(attendances.map((attendance) => attendance[key])),
];

/** Session → its user, of those that have not ended and whose user is there. */
async function livingSessions(
  database: Database,
  sessions: readonly string[],
  now: number,
): Promise<ReadonlyMap<string, string>> {
  const rows = await database
    .selectFrom("session")
    .innerJoin("user", "user.id", "session.userId")
    .where("session.id", "in", among(sessions))
    .where("session.expiresAt", ">", new Date(now).toISOString())
    .select(["session.id", "session.userId"])
    .execute();
  return new Map(rows.map(({ id, userId }) => [id, userId]));
}

/** Article → its space. */
async function spacesOf(
  database: Database,
  articles: readonly string[],
): Promise<ReadonlyMap<string, { readonly id: string; readonly archived: boolean }>> {
  const rows = await database
    .selectFrom("article")
    .innerJoin("space", "space.id", "article.space_id")
    .where("article.id", "in", among(articles))
    .select(["article.id", "article.space_id", "space.archived_at"])
    .execute();
  return new Map(
    rows.map(({ id, space_id, archived_at }) => [
      id,
      { id: space_id, archived: archived_at !== null },
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
