// What can be found: titles, paragraphs and annotations, each as a passage with its words.

import type { KindId } from "#domain/scheme/scheme.ts";
import { STATE_ROOM } from "#domain/wire.ts";
import { among } from "./among.ts";
import type { Database } from "./database.ts";

/** Whose passages those of the article itself are, its title and its text: everybody's who may read it. */
export const NOBODYS = "";

/** A paragraph or an annotation, as it is to be found. */
export type Passage = {
  /** The id of the annotation, or the number of the paragraph. */
  readonly place: string;
  /** By which those of one author are ordered. */
  readonly at: number;
  readonly kind: KindId | null;
  readonly label: string | null;
  /** 1 for an annotation that an editor has hidden. */
  readonly hidden: number;
  /** What is quoted; empty for a paragraph. */
  readonly quote: string;
  /** A paragraph, or the note. */
  readonly words: string;
};

/** A room of an article: NOBODYS is its text, STATE_ROOM its state, every other a layer by its owner. */
export type Room = { readonly articleId: string; readonly room: string };

/** Room → the seq up to which it can be found. */
export async function indexedRooms(
  database: Database,
  articleId: string,
): Promise<ReadonlyMap<string, number>> {
  const rows = await database
    .selectFrom("indexed")
    .where("article_id", "=", articleId)
    .select(["room", "seq"])
    .execute();
  return new Map(rows.map(({ room, seq }) => [room, seq]));
}

/**
 * Who has passages in each of these articles, as article and author; the article itself comes with null
 * always.
 */
export async function authorsIn(
  database: Database,
  articleIds: readonly string[],
): Promise<(readonly [articleId: string, author: string | null])[]> {
  const rows = await database
    .selectFrom("indexed")
    .where("article_id", "in", among(articleIds))
    .where("room", "not in", [NOBODYS, STATE_ROOM])
    .select(["article_id", "room"])
    .execute();
  const own = articleIds.map((id) => [id, null] as const);
  return [...own, ...rows.map(({ article_id, room }) => [article_id, room] as const)];
}

/** Writes down up to where a room can be found. */
export async function markIndexed(
  database: Database,
  { articleId, room }: Room,
  seq: number,
): Promise<void> {
  await database
    .insertInto("indexed")
    .values({ article_id: articleId, room, seq })
    .onConflict((conflict) => conflict.columns(["article_id", "room"]).doUpdateSet({ seq }))
    .execute();
}

/** Has exactly these passages of a text or layer be found; those that are as they were cost nothing. */
export async function putPassages(
  database: Database,
  { articleId, room }: Room,
  passages: readonly Passage[],
): Promise<void> {
  const part = room === NOBODYS ? "text" : "annotation";
  const rows = await database
    .selectFrom("passage")
    .where("article_id", "=", articleId)
    .where("author", "=", room)
    .where("part", "=", part)
    .select(["id", "place", "at", "kind", "label", "hidden", "quote", "words"])
    .execute();
  const before = new Map(rows.map((row) => [row.place, row]));
  for (const passage of passages) {
    const row = before.get(passage.place);
    before.delete(passage.place);
    if (row === undefined) {
      const of = { article_id: articleId, author: room, part } as const;
      await database
        .insertInto("passage")
        .values({ ...of, ...passage })
        .execute();
    } else if (!isSame(row, passage)) {
      await database.updateTable("passage").set(passage).where("id", "=", row.id).execute();
    }
  }
  for (const { id } of before.values()) {
    await database.deleteFrom("passage").where("id", "=", id).execute();
  }
}

/** Has nothing of a layer be found any more. */
export async function forgetPassages(database: Database, { articleId, room }: Room): Promise<void> {
  await putPassages(database, { articleId, room }, []);
  await database
    .deleteFrom("indexed")
    .where("article_id", "=", articleId)
    .where("room", "=", room)
    .execute();
}

function isSame(a: Passage, b: Passage): boolean {
  const { at, kind, label, hidden, quote, words } = b;
  return (
    a.words === words &&
    a.quote === quote &&
    a.hidden === hidden &&
    a.kind === kind &&
    a.label === label &&
    a.at === at
  );
}
