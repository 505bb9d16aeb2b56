// What each person had of an article when they left it last.

import type { Database } from "./database.ts";

/** As JSON; null before the first visit has ended. */
export async function findVisit(
  database: Database,
  articleId: string,
  userId: string,
): Promise<string | null> {
  const row = await database
    .selectFrom("visit")
    .where("article_id", "=", articleId)
    .where("user_id", "=", userId)
    .select("layers")
    .executeTakeFirst();
  return row?.layers ?? null;
}

export async function keepVisit(
  database: Database,
  articleId: string,
  userId: string,
  layers: string,
): Promise<void> {
  await database
    .insertInto("visit")
    .values({ article_id: articleId, user_id: userId, layers })
    .onConflict((conflict) => conflict.columns(["article_id", "user_id"]).doUpdateSet({ layers }))
    .execute();
}
