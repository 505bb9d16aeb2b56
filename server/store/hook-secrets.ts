// The secrets that deliveries are signed with. One that was replaced counts for a day longer, so that the
// other end can change over without missing anything.

import { randomBytes } from "node:crypto";
import { recordAct } from "./audit.ts";
import type { Database } from "./database.ts";
import type { Which } from "./hooks.ts";
import type { By } from "./spaces.ts";

/** How long a secret counts that was replaced, in milliseconds. */
const OLD = 24 * 60 * 60_000;

/** How many of a webhook are kept that were replaced; the oldest ends sooner. */
const OLD_ONES = 4;

export const newSecret = (): string => `whsec_${randomBytes(32).toString("base64")}`;

/** Gives a webhook another secret, and writes that down. Returns the secret; null: there is no such webhook. */
export async function renewSecret(
  database: Database,
  { spaceId, id }: Which,
  { userId, at }: By,
): Promise<string | null> {
  const secret = newSecret();
  return await database.transaction().execute(async (transaction) => {
    const hook = await transaction
      .selectFrom("hook")
      .where("id", "=", id)
      .where("space_id", "=", spaceId)
      .where("removed_at", "is", null)
      .select("secret")
      .executeTakeFirst();
    if (hook === undefined) return null;
    await keepOld(transaction, id, { secret: hook.secret, endsAt: at + OLD });
    await transaction.updateTable("hook").set({ secret }).where("id", "=", id).execute();
    const act = { spaceId, at, actorId: userId, verb: "hook-renewed", subjectId: id } as const;
    await recordAct(transaction, act);
    return secret;
  });
}

async function keepOld(
  database: Database,
  hook: string,
  { secret, endsAt }: { readonly secret: string; readonly endsAt: number },
): Promise<void> {
  await database
    .insertInto("hook_secret")
    .values({ hook_id: hook, secret, ends_at: endsAt })
    .execute();
  const last = database
    .selectFrom("hook_secret")
    .where("hook_id", "=", hook)
    .select("secret")
    .orderBy("ends_at", "desc")
    .limit(OLD_ONES);
  await database
    .deleteFrom("hook_secret")
    .where("hook_id", "=", hook)
    .where("secret", "not in", last)
    .execute();
}

/** All that a delivery of this webhook is signed with now, the newest first. */
export async function secretsOf(
  database: Database,
  hook: { readonly id: string; readonly secret: string },
  now: number,
): Promise<string[]> {
  const old = await database
    .selectFrom("hook_secret")
    .where("hook_id", "=", hook.id)
    .where("ends_at", ">", now)
    .select("secret")
    .orderBy("ends_at", "desc")
    .execute();
  return [hook.secret, ...old.map(({ secret }) => secret)];
}

/** Until when a secret of before counts; null where there is none. */
export async function oldSecretEnds(database: Database, hook: string): Promise<number | null> {
  const { until } = await database
    .selectFrom("hook_secret")
    .where("hook_id", "=", hook)
    .select(({ fn }) => fn.max<number | null>("ends_at").as("until"))
    .executeTakeFirstOrThrow();
  return until;
}

/** Forgets the secrets that count no more. */
export async function dropOldSecrets(database: Database, now: number): Promise<void> {
  await database.deleteFrom("hook_secret").where("ends_at", "<=", now).execute();
}
