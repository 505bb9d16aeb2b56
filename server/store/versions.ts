// The texts that an article was locked with, kept for good.

import type { Database, Tables } from "./database.ts";
import { queueEvents } from "./hook-events.ts";

/** One locked text; `by` is null when that user is gone. Times are milliseconds since 1970. */
export type VersionRow = {
  readonly number: number;
  readonly hash: string;
  readonly by: string | null;
  readonly at: number;
};

/** The texts of all versions of an article, by their numbers. */
export async function versionTextsOf(
  database: Database,
  articleId: string,
): Promise<ReadonlyMap<number, string>> {
  const rows = await database
    .selectFrom("version")
    .where("article_id", "=", articleId)
    .select(["number", "text"])
    .execute();
  return new Map(rows.map(({ number, text }) => [number, text]));
}

/** Keeps the versions that a new article comes with, the oldest first. */
export async function keepFirstVersions(
  database: Database,
  versions: readonly NewVersion[],
): Promise<void> {
  for (const [index, version] of versions.entries()) {
    await database
      .insertInto("version")
      .values({ ...version, number: index + 1 })
      .execute();
  }
}

export type NewVersion = Omit<Tables["version"], "number">;

/** All versions of an article, the newest first. */
export async function versionsOf(database: Database, articleId: string): Promise<VersionRow[]> {
  return await database
    .selectFrom("version")
    .where("article_id", "=", articleId)
    .select(["number", "hash", "created_by as by", "created_at as at"])
    .orderBy("number", "desc")
    .execute();
}

/** Keeps a text as the next version, unless it is the same as the newest. Returns the newest's number. */
export async function keepVersion(database: Database, version: NewVersion): Promise<number> {
  return await database.transaction().execute(async (transaction) => {
    const [newest] = await versionsOf(transaction, version.article_id);
    if (newest?.hash === version.hash) return newest.number;
    const number = (newest?.number ?? 0) + 1;
    await transaction
      .insertInto("version")
      .values({ ...version, number })
      .execute();
    const { article_id: articleId, created_at: at } = version;
    const { space_id } = await transaction
      .selectFrom("article")
      .where("id", "=", articleId)
      .select("space_id")
      .executeTakeFirstOrThrow();
    await queueEvents(transaction, space_id, [{ type: "article.version", at, articleId }]);
    return number;
  });
}
