// What is to be told by webhooks: queued with what it tells of, in the same transaction, and kept until
// it was delivered.

import { z } from "zod";
import { HOOK_EVENTS, type HookEvent } from "#domain/hook.ts";
import type { Database } from "./database.ts";
import type { StoredHook } from "./hook-tables.ts";

/** How many events may wait for one webhook; what comes then is counted as missed. */
const QUEUE = 1000;

/** Something that happened in a space. Never a name or a word that somebody wrote. */
export type Happening = {
  readonly type: HookEvent;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly articleId?: string;
  /** Who wrote the annotation or reply, or who came, went or has another role. */
  readonly userId?: string;
  /** The id of the annotation or the reply. */
  readonly place?: string;
};

/** The webhooks of a space that are on. */
export async function activeHooks(database: Database, spaceId: string): Promise<StoredHook[]> {
  return await database
    .selectFrom("hook")
    .where("space_id", "=", spaceId)
    .where("ended_at", "is", null)
    .where("removed_at", "is", null)
    .selectAll()
    .execute();
}

/** Has the webhooks of a space told, as far as they are on and want to know. */
export async function queueEvents(
  database: Database,
  spaceId: string,
  happenings: readonly Happening[],
): Promise<void> {
  if (happenings.length === 0) return;
  for (const { id, topics } of await activeHooks(database, spaceId)) {
    const wanted = new Set(readTopics(topics));
    const told = happenings.filter(({ type }) => wanted.has(HOOK_EVENTS[type]));
    if (told.length > 0) await queueFor(database, id, told);
  }
}

/** What says that something is gone: whoever has a copy of it waits for that. */
const GONE: readonly HookEvent[] = ["annotation.deleted", "reply.deleted", "member.left"];

/** Forgets what waits to be told of somebody, at an article, in a space, or anywhere; but not that something is gone. */
export async function forgetEvents(
  database: Database,
  userId: string,
  { articleId, spaceId }: { readonly articleId?: string; readonly spaceId?: string } = {},
): Promise<void> {
  const hooks = database
    .selectFrom("hook")
    .where("space_id", "=", spaceId ?? "")
    .select("id");
  await database
    .deleteFrom("hook_event")
    .where("user_id", "=", userId)
    .where("type", "not in", GONE)
    .$if(articleId !== undefined, (query) => query.where("article_id", "=", articleId ?? ""))
    .$if(spaceId !== undefined, (query) => query.where("hook_id", "in", hooks))
    .execute();
}

const topicsSchema = z.array(z.string());

/** The topics of a webhook, as its column has them. */
export const readTopics = (json: string): string[] => topicsSchema.parse(JSON.parse(json));

async function queueFor(
  database: Database,
  hook: string,
  all: readonly Happening[],
): Promise<void> {
  const waiting = await database
    .selectFrom("hook_event")
    .where("hook_id", "=", hook)
    .select(["type", "article_id as articleId", "user_id as userId", "place", "delivery_id"])
    .execute();
  const unsent = new Set(waiting.filter((row) => row.delivery_id === null).map(keyOf));
  const happenings = all.filter((each) => !AGAIN.has(each.type) || !unsent.has(keyOf(each)));
  const told = happenings.slice(0, Math.max(0, QUEUE - waiting.length));
  for (const { type, at, articleId = null, userId = null, place = null } of told) {
    const subject = { article_id: articleId, user_id: userId, place };
    await database
      .insertInto("hook_event")
      .values({ hook_id: hook, delivery_id: null, at, type, ...subject })
      .execute();
  }
  const missed = happenings.length - told.length;
  if (missed === 0) return;
  await database
    .updateTable("hook")
    .set(({ eb }) => ({ missed: eb("missed", "+", missed) }))
    .where("id", "=", hook)
    .execute();
}

/** What is told once, however often it happens before it is sent: whoever hears of it looks anew. */
const AGAIN: ReadonlySet<HookEvent> = new Set([
  ...(["annotation.changed", "annotation.voted", "reply.changed"] as const),
]);

type Subject = { readonly [Key in "articleId" | "userId" | "place"]?: string | null };

const keyOf = ({ type, articleId, userId, place }: Subject & Pick<Happening, "type">): string =>
  [type, articleId, userId, place].join(" ");
