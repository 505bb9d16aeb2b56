// Sessions: who somebody is, becoming a guest, and leaving.

import type { Person } from "#domain/person.ts";
import type { Visitor } from "../access/visitors.ts";
import type { Database } from "../store/database.ts";
import { joinOpenSpaces } from "../store/spaces.ts";
import type { Auth } from "./auth.ts";

/** A person with the cookies to set in the answer. */
export type Entrance = {
  readonly person: Person;
  readonly cookies: readonly string[];
  /** Whether the person is new here. */
  readonly created: boolean;
};

type User = {
  readonly id: string;
  readonly name: string;
  readonly colour?: number | null | undefined;
};

/** A person as others see them. */
export const personOf = ({ id, name, colour }: User): Person => ({ id, name, colour: colour ?? 0 });

/** The visitor of the session in these headers (cookie or its bearer form); null without a valid one. */
export async function recognise(auth: Auth, headers: Headers): Promise<Visitor | null> {
  if (!headers.has("cookie") && !headers.has("authorization")) return null;
  const found = await auth.api.getSession({ headers, query: { disableRefresh: true } });
  return found && { person: personOf(found.user), session: found.session.id, reach: null };
}

/** The same, for whoever does not need the session. */
export async function identify(auth: Auth, headers: Headers): Promise<Person | null> {
  const visitor = await recognise(auth, headers);
  return visitor?.person ?? null;
}

/** The same, and prolongs the session when that is due: then `cookies` has to reach the browser. */
export async function identifyAndProlong(
  auth: Auth,
  headers: Headers,
): Promise<{ readonly person: Person | null; readonly cookies: readonly string[] }> {
  const { response, headers: answer } = await auth.api.getSession({ headers, returnHeaders: true });
  return { person: response ? personOf(response.user) : null, cookies: answer.getSetCookie() };
}

/**
 * Lets somebody in as a guest of the spaces that are open to guests: a new person under `name` (or
 * an alias, for null), or the person of their session, renamed when a name is given.
 */
export async function enterAsGuest(
  { auth, database }: { readonly auth: Auth; readonly database: Database },
  headers: Headers,
  { name, now }: { readonly name: string | null; readonly now: number },
): Promise<Entrance> {
  const known = await identify(auth, headers);
  const entrance = known
    ? { person: known, cookies: [], created: false }
    : await createGuest(auth, database);
  const person = await rename(auth, entrance.person, name);
  await joinOpenSpaces(database, person.id, now);
  return { ...entrance, person };
}

/** Ends the session in these headers, and returns the cookies that make the browser forget it. */
export async function leave(auth: Auth, headers: Headers): Promise<readonly string[]> {
  const { headers: answer } = await auth.api.signOut({ headers, returnHeaders: true });
  return answer.getSetCookie();
}

/** Makes a new guest under `name`, or an alias for null, who is in no space yet. */
export async function becomeGuest(
  { auth, database }: { readonly auth: Auth; readonly database: Database },
  name: string | null,
): Promise<Entrance> {
  const entrance = await createGuest(auth, database);
  return { ...entrance, person: await rename(auth, entrance.person, name) };
}

async function createGuest(auth: Auth, database: Database): Promise<Entrance> {
  // without the caller's headers: a cookie that is no longer valid must not stand in the way
  const { response, headers } = await auth.api.signInAnonymous({
    headers: new Headers(),
    returnHeaders: true,
  });
  // the library's answer leaves out the fields that are ours
  const user = await database
    .selectFrom("user")
    .select(["id", "name", "colour"])
    .where("id", "=", response.user.id)
    .executeTakeFirstOrThrow();
  return { person: personOf(user), cookies: headers.getSetCookie(), created: true };
}

/** Gives a person another name; null leaves it. */
export async function rename(auth: Auth, person: Person, name: string | null): Promise<Person> {
  if (name === null || name === person.name) return person;
  const { internalAdapter } = await auth.$context;
  await internalAdapter.updateUser(person.id, { name });
  return { ...person, name };
}
