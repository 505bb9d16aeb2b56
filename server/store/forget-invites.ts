// Forgetting whom invites were for.

import { RETURN_TIME } from "#domain/return-time.ts";
import type { Database } from "./database.ts";

/** Forgets invites that are too old, or were revoked and not brought back. `now`: milliseconds since 1970. */
export async function forgetOldInvites(database: Database, now: number): Promise<void> {
  await database.deleteFrom("personal_invite").where("expires_at", "<=", now).execute();
  for (const table of ["invite", "personal_invite"] as const) {
    await database
      .deleteFrom(table)
      .where("revoked_at", "<=", now - RETURN_TIME)
      .execute();
  }
}

/** Forgets the invites for somebody's address; `spaceId` null: everywhere. */
export async function forgetInvitesFor(
  database: Database,
  userId: string,
  spaceId: string | null,
): Promise<void> {
  const address = database.selectFrom("user").where("id", "=", userId).select("email");
  await database
    .deleteFrom("personal_invite")
    .where(({ eb, or }) => or([eb("email", "=", address), eb("used_by", "=", userId)]))
    .$if(spaceId !== null, (query) => query.where("space_id", "=", spaceId ?? ""))
    .execute();
}
