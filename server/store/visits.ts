// What each person had of an article when they left it last.

import type { Database } from "./database.ts";

/** Whose visit, and of which article, by their ids. */
type Visit = { readonly article: string; readonly user: string };

/** As JSON; null before the first visit has ended. */
export async function findVisit(
  database: Database,
  { article, user }: Visit,
): Promise<string | null> {
  const row = await database
    .selectFrom("visit")
    .where("article_id", "=", article)
    .where("user_id", "=", user)
    .select("layers")
    .executeTakeFirst();
  return row?.layers ?? null;
}

/** Keeps what `change` makes of what was kept, as JSON; parts that arrive together do not lose each other. */
export async function changeVisit(
  database: Database,
  visit: Visit,
  change: (kept: string | null) => string,
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const layers = change(await findVisit(transaction, visit));
    await transaction
      .insertInto("visit")
      .values({ article_id: visit.article, user_id: visit.user, layers })
      .onConflict((conflict) => conflict.columns(["article_id", "user_id"]).doUpdateSet({ layers }))
      .execute();
  });
}
