// Visitors, known by their sessions.

import { fromNodeHeaders } from "better-auth/node";
import type { Person } from "#domain/person.ts";
import type { Visitors } from "../access/visitors.ts";
import type { Database } from "../store/database.ts";
import { sharingAt } from "../store/sharing.ts";
import type { Auth } from "./auth.ts";
import { personOf, recognise } from "./sessions.ts";
import { standingsOf } from "./standings.ts";

/** How many ids one query asks for; SQLite allows some thousands. */
const AT_ONCE = 500;

/** Knows visitors by the sessions of `auth` and their roles from `database`. */
export function sessionVisitors(auth: Auth, database: Database): Visitors {
  return {
    identify: (headers) => recognise(auth, fromNodeHeaders(headers)),
    standings: (attendances) => standingsOf(database, attendances, Date.now()),
    sharings: (articleIds) => sharingAt(database, [...new Set(articleIds)]),
    people: async (userIds) => {
      const people = await peopleOf(database, userIds);
      return userIds.map((id) => people.get(id)).filter((person) => person !== undefined);
    },
  };
}

async function peopleOf(
  database: Database,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, Person>> {
  const people = new Map<string, Person>();
  for (let from = 0; from < userIds.length; from += AT_ONCE) {
    const some = userIds.slice(from, from + AT_ONCE);
    const rows = await database
      .selectFrom("user")
      .select(["id", "name", "colour"])
      .where("id", "in", some)
      .execute();
    for (const user of rows) people.set(user.id, personOf(user));
  }
  return people;
}
