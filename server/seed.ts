// What a fresh instance holds: the space "Try Postil", open to guests, with the sample article.

import { readFileSync } from "node:fs";
import { nodesOfText } from "#domain/article/article.ts";
import { newId } from "#domain/id.ts";
import { POSTIL_CORE } from "#domain/scheme/postil-core.ts";
import type { Rooms } from "./rooms/live-article.ts";
import { insertArticle } from "./store/articles.ts";
import type { Database } from "./store/database.ts";

const SEEDED = "seeded";

/**
 * Seeds an instance that was never seeded; what was deleted since does not come back. The text is
 * stored before the rows that lead to it.
 */
export async function seed(database: Database, rooms: Rooms, now: number): Promise<void> {
  if (await isSeeded(database)) return;
  const text = readFileSync(new URL("sample/article.txt", import.meta.url), "utf8");
  const title = text.slice(0, text.indexOf("\n"));
  const articleId = newId();
  await rooms.create(articleId, nodesOfText(text, title));
  await database.transaction().execute(async (transaction) => {
    const spaceId = newId();
    await transaction
      .insertInto("space")
      .values({
        id: spaceId,
        name: "Try Postil",
        scheme: POSTIL_CORE.id,
        open_to_guests: 1,
        created_at: now,
      })
      .execute();
    await insertArticle(transaction, {
      id: articleId,
      spaceId,
      title,
      byline: null,
      source: null,
      language: "en",
      createdBy: null,
      createdAt: now,
    });
    await transaction.insertInto("milestone").values({ name: SEEDED, reached_at: now }).execute();
  });
}

async function isSeeded(database: Database): Promise<boolean> {
  const row = await database
    .selectFrom("milestone")
    .where("name", "=", SEEDED)
    .select("name")
    .executeTakeFirst();
  return row !== undefined;
}
