// When each person opened an article last, and what they had of it when they left it.

import type { Database } from "./database.ts";

/** Whose visit, and of which article, by their ids. */
type Visit = { readonly article: string; readonly user: string };

/** The layers of a visit while none has ended. */
const NONE_ENDED = "null";

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
  return row === undefined || row.layers === NONE_ENDED ? null : row.layers;
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

/** Writes down that the article was opened. */
export async function beginVisit(
  database: Database,
  { article, user }: Visit,
  now: number,
): Promise<void> {
  await database
    .insertInto("visit")
    .values({ article_id: article, user_id: user, layers: NONE_ENDED, opened_at: now })
    .onConflict((conflict) =>
      conflict.columns(["article_id", "user_id"]).doUpdateSet({ opened_at: now }),
    )
    .execute();
}
