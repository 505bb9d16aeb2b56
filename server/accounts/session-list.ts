// The sessions of a person, to be looked at and ended. Neither addresses nor browsers are known of them.

import type { Database } from "../store/database.ts";

export type SessionRow = {
  readonly id: string;
  /** ISO 8601 in UTC. */
  readonly begun: string;
  /** When it was prolonged last, which happens once a day at most; ISO 8601 in UTC. */
  readonly used: string;
};

/** The sessions of a user that have not ended, the one used last first. `now`: milliseconds since 1970. */
export async function sessionsOf(
  database: Database,
  userId: string,
  now: number,
): Promise<readonly SessionRow[]> {
  return await database
    .selectFrom("session")
    .select(["id", "createdAt as begun", "updatedAt as used"])
    .where("userId", "=", userId)
    .where("expiresAt", ">", new Date(now).toISOString())
    .orderBy("updatedAt", "desc")
    .orderBy("id")
    .execute();
}

/** Ends a session of a user; false when there is none like this. */
export async function endSession(
  database: Database,
  userId: string,
  sessionId: string,
): Promise<boolean> {
  const ended = await database
    .deleteFrom("session")
    .where("userId", "=", userId)
    .where("id", "=", sessionId)
    .executeTakeFirst();
  return ended.numDeletedRows > 0n;
}

/** Ends all sessions of a user. */
export async function endSessions(database: Database, userId: string): Promise<void> {
  await database.deleteFrom("session").where("userId", "=", userId).execute();
}
