// From an identity at the provider to a person here: the one it belongs to, or a new account.

import type { SignUp } from "#domain/account.ts";
import type { ProblemCode } from "#domain/problem-code.ts";
import type { Database } from "../store/database.ts";
import { forgetUser } from "../store/erasures.ts";
import {
  accountOf,
  addProof,
  becomeAccount,
  OPENID,
  userOfEmail,
  userOfProof,
} from "./accounts.ts";
import type { Auth } from "./auth.ts";
import type { Identity } from "./open-id.ts";
import { endSessions } from "./session-list.ts";
import { type Entrance, enterAsGuest, identify } from "./sessions.ts";
import { openSession } from "./sign-in.ts";

type Accounts = { readonly auth: Auth; readonly database: Database };

/** Somebody who is in, or the code of what stands in the way. */
export type Arrival =
  | { readonly ok: true; readonly entrance: Entrance }
  | { readonly ok: false; readonly code: ProblemCode };

/**
 * Lets in whoever the provider vouches for. An identity that is new here becomes an account: the
 * guest's who came with it, or a new one. It never joins an account that has its e-mail address:
 * somebody else may have typed that address first.
 */
export async function enterByIdentity(
  accounts: Accounts,
  headers: Headers,
  { identity, signUp, now }: { identity: Identity; signUp: SignUp; now: number },
): Promise<Arrival> {
  const { database } = accounts;
  const proof = proofOf(identity);
  const known = await userOfProof(database, proof);
  if (known !== null) return entered(await openSession(accounts, headers, known));
  const { email, name } = identity;
  if (email === null) return refused("email-unverified");
  if ((await userOfEmail(database, email)) !== null) return refused("link-first");
  if (signUp === "closed") return refused("sign-up-closed");
  const { id, created } = await guestOf(accounts, headers, { name, now });
  const obstacle = await becomeAccount(database, id, { email, emailVerified: true, proof }, now);
  if (obstacle !== null) {
    if (created) await forgetUser(database, id);
    // who came twice at once is in by the first time
    const since = await userOfProof(database, proof);
    if (since === null) return refused(obstacle === "email-taken" ? "link-first" : obstacle);
    return entered(await openSession(accounts, headers, since));
  }
  await endSessions(database, id);
  return entered(await openSession(accounts, new Headers(), id));
}

/** Adds an identity to somebody's account. Returns the code of what stands in the way, or null. */
export async function linkIdentity(
  database: Database,
  userId: string,
  identity: Identity,
  now: number,
): Promise<ProblemCode | null> {
  if (identity.email === null) return "email-unverified";
  const proof = proofOf(identity);
  return await database.transaction().execute(async (transaction) => {
    const known = await userOfProof(transaction, proof);
    if (known !== null) return known === userId ? null : "identity-taken";
    await addProof(transaction, userId, proof, now);
    return null;
  });
}

const entered = (entrance: Entrance): Arrival => ({ ok: true, entrance });
const refused = (code: ProblemCode): Arrival => ({ ok: false, code });

const proofOf = ({ subject }: Identity) =>
  ({ providerId: OPENID, accountId: subject, password: null }) as const;

/** The guest who calls, or a new one under the name that the provider gives. */
async function guestOf(
  accounts: Accounts,
  headers: Headers,
  { name, now }: { readonly name: string | null; readonly now: number },
) {
  const caller = await identify(accounts.auth, headers);
  if (caller !== null && (await accountOf(accounts.database, caller.id)) === null) {
    return { id: caller.id, created: false };
  }
  const { person, created } = await enterAsGuest(accounts, new Headers(), { name, now });
  return { id: person.id, created };
}
