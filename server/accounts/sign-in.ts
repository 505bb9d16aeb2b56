// Signing in by e-mail address and password, and by the code that some accounts ask for beside it.

import { isAPIError } from "better-auth/api";
import type { Database } from "../store/database.ts";
import type { Auth } from "./auth.ts";
import { endSession } from "./session-list.ts";
import { type Entrance, personOf, recognise } from "./sessions.ts";

/** What came of it: somebody is in, or has to say a code first, or was refused without a reason. */
export type SignIn =
  | { readonly outcome: "in"; readonly entrance: Entrance }
  | { readonly outcome: "code-wanted"; readonly cookies: readonly string[] }
  | { readonly outcome: "refused" };

type Accounts = { readonly auth: Auth; readonly database: Database };

/** The same takes the same time for an address that nobody has, and for a wrong password. */
export async function signIn(
  accounts: Accounts,
  headers: Headers,
  secret: { readonly email: string; readonly password: string },
): Promise<SignIn> {
  const { auth } = accounts;
  try {
    // without the caller's headers: the session that they come with is not what proves them
    const { response, headers: answer } = await auth.api.signInEmail({
      body: secret,
      headers: new Headers(),
      returnHeaders: true,
    });
    const cookies = answer.getSetCookie();
    if ("twoFactorRedirect" in response) {
      return { outcome: "code-wanted", cookies: await withoutSession(auth, cookies) };
    }
    return await goneIn(accounts, headers, { userId: response.user.id, cookies });
  } catch (error) {
    if (!isAPIError(error)) throw error;
    return { outcome: "refused" };
  }
}

/** Completes a sign-in that wants a code: six digits of the app, or one of the codes kept for its loss. */
export async function signInByCode(
  accounts: Accounts,
  headers: Headers,
  code: string,
): Promise<SignIn> {
  const { auth } = accounts;
  const asked = {
    body: { code: code.replace(/\s/g, "") },
    // with a session, the library would check the code of whoever that is
    headers: await challengeOf(auth, headers),
    returnHeaders: true,
  } as const;
  try {
    const { response, headers: answer } = /^\d{6}$/.test(asked.body.code)
      ? await auth.api.verifyTOTP(asked)
      : await auth.api.verifyBackupCode(asked);
    const cookies = answer.getSetCookie();
    return await goneIn(accounts, headers, { userId: response.user.id, cookies });
  } catch (error) {
    if (!isAPIError(error)) throw error;
    return { outcome: "refused" };
  }
}

/** Opens a new session of a user, and ends the one that the caller came with. */
export async function openSession(
  accounts: Accounts,
  headers: Headers,
  userId: string,
): Promise<Entrance> {
  const { headers: answer } = await accounts.auth.api.openSession({
    body: { userId },
    headers: new Headers(),
    returnHeaders: true,
  });
  return await leaveFormer(accounts, headers, { userId, cookies: answer.getSetCookie() });
}

type Opened = { readonly userId: string; readonly cookies: readonly string[] };

async function goneIn(accounts: Accounts, headers: Headers, opened: Opened): Promise<SignIn> {
  return { outcome: "in", entrance: await leaveFormer(accounts, headers, opened) };
}

async function leaveFormer(
  { auth, database }: Accounts,
  headers: Headers,
  { userId, cookies }: Opened,
): Promise<Entrance> {
  const former = await recognise(auth, headers);
  if (former !== null) await endSession(database, former.person.id, former.session);
  const user = await database
    .selectFrom("user")
    .select(["id", "name", "colour"])
    .where("id", "=", userId)
    .executeTakeFirstOrThrow();
  return { person: personOf(user), cookies, created: false };
}

/** Who has only said a password keeps the session that they had as a guest. */
async function withoutSession(auth: Auth, cookies: readonly string[]): Promise<readonly string[]> {
  const { name } = (await auth.$context).authCookies.sessionToken;
  return cookies.filter((cookie) => !cookie.startsWith(`${name}=`));
}

async function challengeOf(auth: Auth, headers: Headers): Promise<Headers> {
  const cookies = (headers.get("cookie") ?? "").split("; ");
  return new Headers({ cookie: (await withoutSession(auth, cookies)).join("; ") });
}
