// Articles, without their text: that is in the update log.

import { z } from "zod";
import type { Role } from "#domain/person.ts";
import type { Template, Visibility } from "#domain/space.ts";
import { among } from "./among.ts";
import type { Database } from "./database.ts";

/** How something that was brought in became an article. */
export type Taken = {
  /** What its source called it. */
  readonly title: string;
  /** Marks of the blocks that were left out. */
  readonly leftOut: readonly string[];
};

const takenSchema = z.object({ title: z.string(), leftOut: z.array(z.string()) });

/** Where an article that was brought in comes from; all null for one that was typed. */
export type Origin = {
  /** An ISO date or time, as its source says. */
  readonly published: string | null;
  /** Milliseconds since 1970. */
  readonly fetchedAt: number | null;
  /** SHA-256 of the bytes that came, in hexadecimal. */
  readonly hash: string | null;
  readonly taken: Taken | null;
};

/** An article as a member of its space sees it. */
export type ArticleRow = {
  readonly id: string;
  readonly title: string;
  readonly byline: string | null;
  readonly source: string | null;
  /** A BCP 47 tag, or null when nobody said. */
  readonly language: string | null;
  readonly origin: Origin;
  /** When it was added here, in milliseconds since 1970. */
  readonly createdAt: number;
  /** The same, or when it was added in the place that it comes from. */
  readonly firstAddedAt: number;
  /** When its title or its text was changed last, in milliseconds since 1970. */
  readonly changedAt: number;
  /** Whether it is put away: then it can be read, and nothing else. */
  readonly archived: boolean;
  readonly tags: readonly string[];
  /** What its editors set about who sees whose annotations; null: as its space has it. */
  readonly visibility: Visibility | null;
  readonly space: {
    readonly id: string;
    readonly name: string;
    readonly scheme: string;
    readonly template: Template;
    readonly archived: boolean;
    readonly role: Role;
  };
};

export type NewArticle = {
  readonly id: string;
  readonly spaceId: string;
  readonly title: string;
  readonly byline: string | null;
  readonly source: string | null;
  readonly language: string | null;
  readonly origin?: Origin;
  readonly tags?: readonly string[];
  readonly createdBy: string | null;
  readonly createdAt: number;
  /** When it was added in the place that it comes from. */
  readonly firstAddedAt?: number | null;
  /** When it was put away. */
  readonly archivedAt?: number | null;
  /** Absent, or null: as its space has it. */
  readonly visibility?: Visibility | null;
};

/** All articles of the spaces that a user is in, the newest first. */
export async function articlesOf(database: Database, userId: string): Promise<ArticleRow[]> {
  const rows = await seenBy(database, userId)
    .orderBy("article.created_at", "desc")
    .orderBy("article.id")
    .execute();
  return rows.map(toArticle);
}

/** The ids of the articles of a space, or for null of all there are; the oldest first. */
export async function articlesIn(database: Database, spaceId: string | null): Promise<string[]> {
  const rows = await database
    .selectFrom("article")
    .$if(spaceId !== null, (query) => query.where("space_id", "=", spaceId))
    .select("id")
    .orderBy("created_at")
    .execute();
  return rows.map(({ id }) => id);
}

/** One article; null when it is absent or in a space that the user is not in. */
export async function findArticle(
  database: Database,
  articleId: string,
  userId: string,
): Promise<ArticleRow | null> {
  const row = await seenBy(database, userId).where("article.id", "=", articleId).executeTakeFirst();
  return row ? toArticle(row) : null;
}

/** Whether an article is in a space that every guest is let into. */
export async function isOpenToAll(database: Database, articleId: string): Promise<boolean> {
  const row = await database
    .selectFrom("article")
    .innerJoin("space", "space.id", "article.space_id")
    .where("article.id", "=", articleId)
    .where("space.open_to_guests", "=", 1)
    .where("space.archived_at", "is", null)
    .select("article.id")
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertArticle(database: Database, article: NewArticle): Promise<void> {
  const { id, title, byline, source, language, origin, spaceId, createdBy, createdAt } = article;
  await database
    .insertInto("article")
    .values({
      id,
      title,
      byline,
      source,
      language,
      published: origin?.published ?? null,
      fetched_at: origin?.fetchedAt ?? null,
      source_hash: origin?.hash ?? null,
      taken: origin?.taken ? JSON.stringify(origin.taken) : null,
      tags: JSON.stringify(article.tags ?? []),
      space_id: spaceId,
      created_by: createdBy,
      created_at: createdAt,
      updated_at: createdAt,
      first_added_at: article.firstAddedAt ?? null,
      archived_at: article.archivedAt ?? null,
      visibility: article.visibility ?? null,
    })
    .execute();
}

/** Notes that an article has the text of another fetch of its source. */
export async function renewOrigin(
  database: Database,
  articleId: string,
  { fetchedAt, hash, taken }: Omit<Origin, "published">,
): Promise<void> {
  await database
    .updateTable("article")
    .set({ fetched_at: fetchedAt, source_hash: hash, taken: taken && JSON.stringify(taken) })
    .where("id", "=", articleId)
    .execute();
}

export async function renameArticle(
  database: Database,
  articleId: string,
  title: string,
  now: number,
): Promise<void> {
  await database
    .updateTable("article")
    .set({ title, updated_at: now })
    .where("id", "=", articleId)
    .execute();
}

/** Writes down that the text was changed. */
export async function touchArticle(
  database: Database,
  articleId: string,
  now: number,
): Promise<void> {
  await database
    .updateTable("article")
    .set({ updated_at: now })
    .where("id", "=", articleId)
    .execute();
}

/** The titles of those of these articles that there are, by id. */
export async function titlesOf(
  database: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows = await database
    .selectFrom("article")
    .where("id", "in", among(ids))
    .select(["id", "title"])
    .execute();
  return new Map(rows.map(({ id, title }) => [id, title]));
}

function seenBy(database: Database, userId: string) {
  return database
    .selectFrom("article")
    .innerJoin("space", "space.id", "article.space_id")
    .innerJoin("member", "member.space_id", "space.id")
    .where("member.user_id", "=", userId)
    .select([
      "article.id",
      "article.title",
      "article.byline",
      "article.source",
      "article.language",
      "article.created_at",
      "article.first_added_at",
      "article.published",
      "article.fetched_at",
      "article.source_hash",
      "article.taken",
      "article.updated_at",
      "article.archived_at as put_away_at",
      "article.tags",
      "article.visibility",
      "space.id as space_id",
      "space.name as space_name",
      "space.scheme",
      "space.archived_at",
      "space.template",
      "member.role",
    ]);
}

const tagsSchema = z.array(z.string());

type SeenRow = Awaited<ReturnType<ReturnType<typeof seenBy>["executeTakeFirstOrThrow"]>>;

function toArticle(row: SeenRow): ArticleRow {
  const { id, title, byline, source, language, scheme, template, role } = row;
  const archived = row.archived_at !== null;
  const space = { id: row.space_id, name: row.space_name, scheme, template, archived, role };
  const origin = {
    published: row.published,
    fetchedAt: row.fetched_at,
    hash: row.source_hash,
    taken: row.taken === null ? null : takenSchema.parse(JSON.parse(row.taken)),
  };
  return {
    ...{ id, title, byline, source, language, origin, space },
    createdAt: row.created_at,
    firstAddedAt: row.first_added_at ?? row.created_at,
    changedAt: row.updated_at,
    archived: row.put_away_at !== null,
    tags: tagsSchema.parse(JSON.parse(row.tags)),
    visibility: row.visibility,
  };
}
