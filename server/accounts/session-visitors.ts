// Visitors, known by their sessions.

import { fromNodeHeaders } from "better-auth/node";
import type { Person } from "#domain/person.ts";
import type { Visitor, Visitors } from "../access/visitors.ts";
import { among } from "../store/among.ts";
import type { Database } from "../store/database.ts";
import { sharingAt } from "../store/sharing.ts";
import type { Auth } from "./auth.ts";
import { personOf, recognise } from "./sessions.ts";
import { standingsOf } from "./standings.ts";
import { tokenIn, visitorByToken } from "./tokens.ts";

/** Knows visitors by the sessions of `auth` and their roles from `database`. */
export function sessionVisitors(auth: Auth, database: Database): Visitors {
  return {
    identify: (headers) => {
      return visitorOf({ auth, database }, fromNodeHeaders(headers), Date.now());
    },
    standings: (attendances) => standingsOf(database, attendances, Date.now()),
    sharings: (articleIds) => sharingAt(database, [...new Set(articleIds)]),
    people: async (userIds) => {
      const people = await peopleOf(database, userIds);
      return userIds.map((id) => people.get(id)).filter((person) => person !== undefined);
    },
  };
}

/**
 * Who comes with these headers, by session or by token; null without either. A token decides alone:
 * a wrong one is nobody's, whatever cookie stands beside it. `now`: milliseconds since 1970.
 */
export async function visitorOf(
  { auth, database }: { readonly auth: Auth; readonly database: Database },
  headers: Headers,
  now: number,
): Promise<Visitor | null> {
  const token = tokenIn(headers.get("authorization"));
  return token === null ? recognise(auth, headers) : visitorByToken(database, token, now);
}

async function peopleOf(
  database: Database,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, Person>> {
  const rows = await database
    .selectFrom("user")
    .leftJoin("stand_in", "stand_in.user_id", "user.id")
    .select(["user.id", "user.name", "user.colour", "stand_in.user_id as stands_in"])
    .where("user.id", "in", among(userIds))
    .execute();
  return new Map(
    rows.map(({ stands_in, ...user }) => {
      const person = personOf(user);
      return [user.id, stands_in === null ? person : { ...person, standIn: true }];
    }),
  );
}
