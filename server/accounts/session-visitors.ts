// Visitors, known by their sessions.

import { fromNodeHeaders } from "better-auth/node";
import type { Visitors } from "../access/visitors.ts";
import { roleIn } from "../store/articles.ts";
import type { Database } from "../store/database.ts";
import type { Auth } from "./auth.ts";
import { identify, personOf } from "./sessions.ts";

/** How many ids one query asks for; SQLite allows some thousands. */
const AT_ONCE = 500;

/** Knows visitors by the sessions of `auth` and their roles from `database`. */
export function sessionVisitors(auth: Auth, database: Database): Visitors {
  return {
    identify: (headers) => identify(auth, fromNodeHeaders(headers)),
    roleIn: (articleId, userId) => roleIn(database, articleId, userId),
    people: async (userIds) => {
      const names = await namesOf(database, userIds);
      return userIds.flatMap((id) => {
        const name = names.get(id);
        return name === undefined ? [] : [personOf({ id, name })];
      });
    },
  };
}

async function namesOf(
  database: Database,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const names = new Map<string, string>();
  for (let from = 0; from < userIds.length; from += AT_ONCE) {
    const some = userIds.slice(from, from + AT_ONCE);
    const rows = await database
      .selectFrom("user")
      .select(["id", "name"])
      .where("id", "in", some)
      .execute();
    for (const { id, name } of rows) names.set(id, name);
  }
  return names;
}
