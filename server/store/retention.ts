// Which guests have to go: their space ended long enough ago.

import { sql } from "kysely";
import type { Database } from "./database.ts";

const DAY = 24 * 60 * 60 * 1000;

/** A space whose guests are to be erased: those who are in it, and those who were removed or left. */
export type PastRetention = { readonly spaceId: string; readonly guests: readonly string[] };

/**
 * The spaces that ended longer ago than they keep guests, as far as there are guests. A space ends on the
 * day that is set; where none is, when it was archived. `now`: milliseconds since 1970.
 */
export async function guestsPastRetention(
  database: Database,
  now: number,
): Promise<PastRetention[]> {
  const spaces = await database
    .selectFrom("space")
    .where(sql<boolean>`coalesce(ends_at, archived_at) + retention_days * ${DAY} <= ${now}`)
    .select("id")
    .orderBy("id")
    .execute();
  const found: PastRetention[] = [];
  for (const { id: spaceId } of spaces) {
    const guests = await guestsOf(database, spaceId);
    if (guests.length > 0) found.push({ spaceId, guests });
  }
  return found;
}

async function guestsOf(database: Database, spaceId: string): Promise<string[]> {
  const rows = await database
    .selectFrom("user")
    .where("isAnonymous", "=", 1)
    .where(({ or, eb, selectFrom }) =>
      or([
        eb("id", "in", selectFrom("member").where("space_id", "=", spaceId).select("user_id")),
        eb(
          "id",
          "in",
          selectFrom("audit")
            .where("space_id", "=", spaceId)
            .where("verb", "in", ["left", "removed"])
            .where("subject_id", "is not", null)
            .select("subject_id"),
        ),
      ]),
    )
    .select("id")
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
}
