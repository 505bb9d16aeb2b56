// The webhooks of spaces, as their owners keep them.

import { HOOK_TOPICS, HOOKS, type HookEnd, type HookTopic } from "#domain/hook.ts";
import { newId } from "#domain/id.ts";
import { RETURN_TIME } from "#domain/return-time.ts";
import { recordAct } from "./audit.ts";
import type { Database } from "./database.ts";
import { readTopics } from "./hook-events.ts";
import { newSecret, oldSecretEnds } from "./hook-secrets.ts";
import type { DeliveryRow, StoredHook } from "./hook-tables.ts";
import type { By } from "./spaces.ts";

/** A webhook as its owners see it. */
export type HookRow = {
  readonly id: string;
  readonly url: string;
  readonly topics: readonly HookTopic[];
  readonly madeAt: number;
  /** Null while it is on. */
  readonly ended: { readonly at: number; readonly why: HookEnd } | null;
  /** Until when deliveries are signed with a secret of before, too; null where there is none. */
  readonly oldSecretUntil: number | null;
  /** How many events wait to be told. */
  readonly waiting: number;
  /** The last ones first. */
  readonly deliveries: readonly DeliveryRow[];
};

/** Which webhook, in which space. */
export type Which = { readonly spaceId: string; readonly id: string };

/** Makes a webhook. Returns null, and does nothing, where there are as many as there may be. */
export async function makeHook(
  database: Database,
  { spaceId, url, topics }: { spaceId: string; url: string; topics: readonly HookTopic[] },
  { userId, at }: By,
): Promise<{ readonly id: string; readonly secret: string } | null> {
  const id = newId();
  const secret = newSecret();
  return await database.transaction().execute(async (transaction) => {
    const kept = await transaction
      .selectFrom("hook")
      .where("space_id", "=", spaceId)
      .where("removed_at", "is", null)
      .select("id")
      .execute();
    if (kept.length >= HOOKS) return null;
    await transaction
      .insertInto("hook")
      .values({
        ...{ id, space_id: spaceId, url, secret, topics: JSON.stringify(topics) },
        ...{ made_by: userId, made_at: at, ended_at: null, ended_why: null, removed_at: null },
      })
      .execute();
    await recordAct(transaction, {
      ...{ spaceId, at, actorId: userId, verb: "hook-made", subjectId: id },
    });
    return { id, secret };
  });
}

/** All webhooks of a space, the oldest first. */
export async function hooksOf(database: Database, spaceId: string): Promise<HookRow[]> {
  const rows = await database
    .selectFrom("hook")
    .where("space_id", "=", spaceId)
    .where("removed_at", "is", null)
    .selectAll()
    .orderBy("made_at")
    .orderBy("id")
    .execute();
  return await Promise.all(rows.map((row) => withDeliveries(database, row)));
}

/** One of them; null for one that is absent or removed. */
export async function findHook(database: Database, which: Which): Promise<HookRow | null> {
  const hooks = await hooksOf(database, which.spaceId);
  return hooks.find(({ id }) => id === which.id) ?? null;
}

async function withDeliveries(database: Database, row: StoredHook): Promise<HookRow> {
  const { id, url, topics, made_at, ended_at, ended_why } = row;
  const deliveries = await database
    .selectFrom("hook_delivery")
    .where("hook_id", "=", id)
    .selectAll()
    .orderBy("made_at", "desc")
    .orderBy("id")
    .execute();
  const { waiting } = await database
    .selectFrom("hook_event")
    .where("hook_id", "=", id)
    .select(({ fn }) => fn.countAll<number>().as("waiting"))
    .executeTakeFirstOrThrow();
  const ended = ended_at !== null && ended_why !== null ? { at: ended_at, why: ended_why } : null;
  const oldSecretUntil = await oldSecretEnds(database, id);
  const about = { id, url, topics: topicsIn(topics), madeAt: made_at, ended, oldSecretUntil };
  return { ...about, waiting, deliveries };
}

export type HookChange = {
  readonly url?: string | undefined;
  readonly topics?: readonly HookTopic[] | undefined;
  /** Whether it is told anything. */
  readonly on?: boolean | undefined;
  /** Brings back what was removed a moment ago. */
  readonly removed?: false | undefined;
};

/** Makes a change, and writes it down; "full": there is no room for it to come back, "gone": there is no such webhook. */
export async function changeHook(
  database: Database,
  { spaceId, id }: Which,
  change: HookChange,
  { userId, at }: By,
): Promise<"changed" | "full" | "gone"> {
  const { url, topics, on, removed } = change;
  return await database.transaction().execute(async (transaction) => {
    if (removed === false && (await isFull(transaction, spaceId, id))) return "full";
    const row = await transaction
      .updateTable("hook")
      .set({
        ...(url !== undefined && { url }),
        ...(topics !== undefined && { topics: JSON.stringify(topics) }),
        ...(on === true && { ended_at: null, ended_why: null }),
        ...(on === false && { ended_at: at, ended_why: "by-hand" }),
        removed_at: null,
      })
      .where("id", "=", id)
      .where("space_id", "=", spaceId)
      .$if(removed === undefined, (query) => query.where("removed_at", "is", null))
      .returning("id")
      .executeTakeFirst();
    if (row === undefined) return "gone";
    if (on === false) await dropQueue(transaction, id);
    const act = { spaceId, at, actorId: userId, verb: "hook-changed", subjectId: id } as const;
    await recordAct(transaction, { ...act, ...(on !== undefined && { details: { on } }) });
    return "changed";
  });
}

async function isFull(database: Database, spaceId: string, id: string): Promise<boolean> {
  const others = (await hooksOf(database, spaceId)).filter((hook) => hook.id !== id);
  return others.length >= HOOKS;
}

/** Removes a webhook: it is told nothing any more, and gone for good a little later. Returns whether there was one. */
export async function removeHook(
  database: Database,
  { spaceId, id }: Which,
  { userId, at }: By,
): Promise<boolean> {
  return await database.transaction().execute(async (transaction) => {
    const row = await transaction
      .updateTable("hook")
      .set({ removed_at: at })
      .where("id", "=", id)
      .where("space_id", "=", spaceId)
      .where("removed_at", "is", null)
      .returning("id")
      .executeTakeFirst();
    if (row === undefined) return false;
    await dropQueue(transaction, id);
    const act = { spaceId, at, actorId: userId, verb: "hook-removed", subjectId: id } as const;
    await recordAct(transaction, act);
    return true;
  });
}

/** Forgets those that were removed and not brought back. */
export async function dropRemovedHooks(database: Database, now: number): Promise<void> {
  await database
    .deleteFrom("hook")
    .where("removed_at", "<", now - RETURN_TIME)
    .execute();
}

/** Switches a webhook off by itself. */
export async function endHook(
  database: Database,
  { spaceId, id }: Which,
  why: Exclude<HookEnd, "by-hand">,
  at: number,
): Promise<void> {
  await database
    .updateTable("hook")
    .set({ ended_at: at, ended_why: why })
    .where("id", "=", id)
    .execute();
  await dropQueue(database, id);
  await recordAct(database, {
    ...{ spaceId, at, actorId: null, verb: "hook-ended", subjectId: id, details: { why } },
  });
}

/** What waits is told no more. */
async function dropQueue(database: Database, id: string): Promise<void> {
  await database.deleteFrom("hook_event").where("hook_id", "=", id).execute();
  await database.updateTable("hook").set({ missed: 0 }).where("id", "=", id).execute();
  await database
    .updateTable("hook_delivery")
    .set({ state: "failed", next_at: null })
    .where("hook_id", "=", id)
    .where("state", "=", "waiting")
    .execute();
}

const topicsIn = (json: string): HookTopic[] => {
  const kept = new Set(readTopics(json));
  return HOOK_TOPICS.filter((topic) => kept.has(topic));
};
