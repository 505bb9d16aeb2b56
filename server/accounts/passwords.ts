// Changing a password.

import { isAPIError } from "better-auth/api";
import type { Database } from "../store/database.ts";
import { addProof, PASSWORD } from "./accounts.ts";
import type { Auth } from "./auth.ts";
import { endSessions } from "./session-list.ts";

/**
 * Changes the password of the caller's account, ends all its sessions and begins a new one. Returns
 * the cookies of that; null when `current` is not the password.
 */
export async function changePassword(
  auth: Auth,
  headers: Headers,
  { current, password }: { readonly current: string; readonly password: string },
): Promise<readonly string[] | null> {
  return await orNullWhenRefused(async () => {
    const { headers: answer } = await auth.api.changePassword({
      body: { currentPassword: current, newPassword: password, revokeOtherSessions: true },
      headers,
      returnHeaders: true,
    });
    return answer.getSetCookie();
  });
}

/** Gives an account a new password without knowing the old one, and ends all its sessions and tokens. */
export async function setPassword(
  { auth, database }: { readonly auth: Auth; readonly database: Database },
  userId: string,
  password: string,
  now: number,
): Promise<void> {
  const hash = await (await auth.$context).password.hash(password);
  const changed = await database
    .updateTable("account")
    .set({ password: hash, updatedAt: new Date(now).toISOString() })
    .where("userId", "=", userId)
    .where("providerId", "=", PASSWORD)
    .executeTakeFirst();
  if (changed.numUpdatedRows === 0n) {
    const proof = { providerId: PASSWORD, accountId: userId, password: hash } as const;
    await addProof(database, userId, proof, now);
  }
  await database.deleteFrom("token").where("user_id", "=", userId).execute();
  await endSessions(database, userId);
}

/** Whether this is the password of an account; never for one without. */
export async function isPassword(
  { auth, database }: { readonly auth: Auth; readonly database: Database },
  userId: string,
  password: string,
): Promise<boolean> {
  const proof = await database
    .selectFrom("account")
    .select("password")
    .where("userId", "=", userId)
    .where("providerId", "=", PASSWORD)
    .executeTakeFirst();
  if (!proof?.password) return false;
  return await (await auth.$context).password.verify({ hash: proof.password, password });
}

/** What `work` resolves with, or null when the accounts library refuses it. */
export async function orNullWhenRefused<T>(work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (isAPIError(error)) return null;
    throw error;
  }
}
