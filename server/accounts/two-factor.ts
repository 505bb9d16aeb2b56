// The code that an account may ask for beside the password: an app's six digits, or a kept one for its loss.

import { recordAct } from "../store/audit.ts";
import type { Database } from "../store/database.ts";
import type { Auth } from "./auth.ts";
import { orNullWhenRefused } from "./passwords.ts";
import { endSessions } from "./session-list.ts";

/** What an app needs to make codes, and the codes to keep for the day it is lost. */
export type TwoFactorStart = { readonly uri: string; readonly codes: readonly string[] };

/** Prepares codes for the caller's account; they are asked for once one was confirmed. Null: a wrong password. */
export async function beginTwoFactor(
  auth: Auth,
  headers: Headers,
  password: string,
): Promise<TwoFactorStart | null> {
  return await orNullWhenRefused(async () => {
    const begun = await auth.api.enableTwoFactor({ body: { password, method: "totp" }, headers });
    if (begun.method !== "totp") throw new Error("codes of another kind were begun");
    return { uri: begun.totpURI, codes: begun.backupCodes };
  });
}

/** Asks for codes from now on. Returns the cookies of the new session; null when `code` is wrong. */
export async function confirmTwoFactor(
  auth: Auth,
  headers: Headers,
  code: string,
): Promise<readonly string[] | null> {
  return await orNullWhenRefused(async () => {
    const body = { code: code.replace(/\s/g, "") };
    const { headers: answer } = await auth.api.verifyTOTP({ body, headers, returnHeaders: true });
    return answer.getSetCookie();
  });
}

/** Makes new codes to keep; the old ones are worthless. Null: a wrong password, or no codes are asked for. */
export async function renewCodes(
  auth: Auth,
  headers: Headers,
  password: string,
): Promise<readonly string[] | null> {
  return await orNullWhenRefused(async () => {
    const { backupCodes } = await auth.api.generateBackupCodes({ body: { password }, headers });
    return backupCodes;
  });
}

/** Asks for no codes any more. Returns the cookies of the new session; null: a wrong password. */
export async function endTwoFactor(
  auth: Auth,
  headers: Headers,
  password: string,
): Promise<readonly string[] | null> {
  return await orNullWhenRefused(async () => {
    const { headers: answer } = await auth.api.disableTwoFactor({
      body: { password },
      headers,
      returnHeaders: true,
    });
    return answer.getSetCookie();
  });
}

/**
 * Asks for no codes any more without knowing the password, and ends all sessions: for who lost the
 * app and the codes that were kept. Returns whether any were asked for.
 */
export async function dropTwoFactor(
  database: Database,
  userId: string,
  now: number,
): Promise<boolean> {
  return await database.transaction().execute(async (transaction) => {
    await transaction.deleteFrom("twoFactor").where("userId", "=", userId).execute();
    const { numUpdatedRows } = await transaction
      .updateTable("user")
      .set({ twoFactorEnabled: 0, updatedAt: new Date(now).toISOString() })
      .where("id", "=", userId)
      .where("twoFactorEnabled", "=", 1)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) return false;
    await endSessions(transaction, userId);
    const act = { spaceId: null, at: now, actorId: null, subjectId: userId } as const;
    await recordAct(transaction, { ...act, verb: "two-factor-ended" });
    return true;
  });
}
