// How articles are kept in order: put away, tagged, moved; and what the library tells about each.

import { sql } from "kysely";
import { STATE_ROOM } from "#domain/wire.ts";
import { among } from "./among.ts";
import { recordAct } from "./audit.ts";
import type { Database } from "./database.ts";
import { NOBODYS } from "./passages.ts";
import type { By } from "./spaces.ts";

/** An article in its space, by their ids. */
type Place = { readonly article: string; readonly space: string };

/** Puts an article away or brings it back; one that is as it should be stays as it is. */
export async function archiveArticle(
  database: Database,
  { article, space }: Place,
  archived: boolean,
  { userId, at }: By,
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const changed = await transaction
      .updateTable("article")
      .set({ archived_at: archived ? at : null })
      .where("id", "=", article)
      .where("archived_at", archived ? "is" : "is not", null)
      .returning("id")
      .executeTakeFirst();
    if (changed === undefined) return;
    const verb = archived ? "article-archived" : "article-restored";
    await recordAct(transaction, { spaceId: space, at, actorId: userId, verb, subjectId: article });
  });
}

export async function tagArticle(
  database: Database,
  article: string,
  tags: readonly string[],
): Promise<void> {
  await database
    .updateTable("article")
    .set({ tags: JSON.stringify(tags) })
    .where("id", "=", article)
    .execute();
}

/** Moves an article to another space; both are told in their lists. Who opened it when is forgotten. */
export async function moveArticle(
  database: Database,
  { article, space }: Place,
  to: string,
  { userId, at }: By,
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await transaction
      .updateTable("article")
      .set({ space_id: to })
      .where("id", "=", article)
      .execute();
    await transaction.deleteFrom("visit").where("article_id", "=", article).execute();
    for (const spaceId of [space, to]) {
      const act = { spaceId, at, actorId: userId, subjectId: article } as const;
      await recordAct(transaction, { ...act, verb: "article-moved" });
    }
  });
}

/** Article → when this user opened it last, in milliseconds since 1970, as far as that is known. */
export async function openingsOf(
  database: Database,
  userId: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await database
    .selectFrom("visit")
    .where("user_id", "=", userId)
    .where("opened_at", "is not", null)
    .select(["article_id", sql<number>`opened_at`.as("at")])
    .execute();
  return new Map(rows.map(({ article_id, at }) => [article_id, at]));
}

/** How many annotations there are on an article, and of how many people. */
export type Written = { readonly people: number; readonly annotations: number };

/** How much is written on each of these articles, by all or by one person; those with nothing are left out. */
export async function writtenOn(
  database: Database,
  articleIds: readonly string[],
  userId: string | null = null,
): Promise<ReadonlyMap<string, Written>> {
  const rows = await database
    .selectFrom("indexed")
    .where("article_id", "in", among(articleIds))
    .where("room", "not in", [NOBODYS, STATE_ROOM])
    .where("annotations", ">", 0)
    .$if(userId !== null, (query) => query.where("room", "=", userId ?? ""))
    .groupBy("article_id")
    .select(({ fn }) => [
      "article_id",
      fn.countAll<number>().as("people"),
      fn.sum<number>("annotations").as("annotations"),
    ])
    .execute();
  return new Map(rows.map(({ article_id, ...written }) => [article_id, written]));
}
