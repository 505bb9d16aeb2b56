// What can be found: titles, paragraphs, annotations and replies, each as a passage with its words.

import type { KindId } from "#domain/scheme/scheme.ts";
import { STATE_ROOM } from "#domain/wire.ts";
import { Turns } from "../turns.ts";
import { among } from "./among.ts";
import type { Database } from "./database.ts";

/** Whose passages those of the article itself are, its title and its text: everybody's who may read it. */
export const NOBODYS = "";

/** A paragraph, an annotation or a reply, as it is to be found. */
export type Passage = {
  readonly part: "text" | "annotation" | "reply";
  /** The id of the annotation or the reply, or the number of the paragraph, from 0 on. */
  readonly place: string;
  /** By which those of one author are ordered. */
  readonly at: number;
  readonly kind: KindId | null;
  readonly label: string | null;
  /** 1 for what an editor has hidden. */
  readonly hidden: number;
  /** What an annotation quotes; empty for what is none. */
  readonly quote: string;
  /** A paragraph, a note or a reply. */
  readonly words: string;
  /** Author and id of the annotation that a reply is about; null for what is no reply. */
  readonly about_author: string | null;
  readonly about_place: string | null;
  /** What the attributes of an annotation say, as JSON; null for what is none. It is not searched. */
  readonly attributes: string | null;
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

/** What a layer's owner had voted when it was looked at last, as JSON; null when nobody knows. */
export async function votesBefore(
  database: Database,
  { articleId, room }: Room,
): Promise<string | null> {
  const row = await database
    .selectFrom("indexed")
    .where("article_id", "=", articleId)
    .where("room", "=", room)
    .select("votes")
    .executeTakeFirst();
  return row === undefined ? "{}" : row.votes;
}

type Looked = {
  readonly seq: number;
  /** How many annotations are in it. */
  readonly annotations: number;
  /** What its owner voted, as JSON. */
  readonly votes: string;
};

/** Writes down up to where a room can be found, and what was seen in it. */
export async function markIndexed(
  database: Database,
  { articleId, room }: Room,
  how: Looked,
): Promise<void> {
  await database
    .insertInto("indexed")
    .values({ article_id: articleId, room, ...how })
    .onConflict((conflict) => conflict.columns(["article_id", "room"]).doUpdateSet(how))
    .execute();
}

/** What became of a passage. What is hidden, and stays it, is none of anybody's business. */
export type PassageChange = Pick<Passage, "part" | "place"> & {
  readonly change: "created" | "changed" | "deleted";
};

/**
 * Has exactly these passages of a text or layer be found; those that are as they were cost nothing. Others
 * have turns in between. Returns those that were not as they were.
 */
export async function putPassages(
  database: Database,
  { articleId, room }: Room,
  passages: readonly Passage[],
): Promise<PassageChange[]> {
  const rows = await database
    .selectFrom("passage")
    .where("article_id", "=", articleId)
    .where("author", "=", room)
    .where("part", "!=", "title")
    .select(["id", "part", "place", "at", "kind", "label", "hidden", "quote", "words"])
    .select(["about_author", "about_place", "attributes"])
    .execute();
  const before = new Map(rows.map((row) => [keyOf(row), row]));
  const changes: PassageChange[] = [];
  const turns = new Turns();
  for (const passage of passages) {
    if (turns.isOver) await turns.next();
    const row = before.get(keyOf(passage));
    before.delete(keyOf(passage));
    if (row === undefined) {
      const of = { article_id: articleId, author: room };
      await database
        .insertInto("passage")
        .values({ ...of, ...passage })
        .execute();
      changes.push({ part: passage.part, place: passage.place, change: "created" });
    } else if (await changePassage(database, row, passage)) {
      changes.push({ part: passage.part, place: passage.place, change: "changed" });
    }
  }
  for (const { id, part, place } of before.values()) {
    await database.deleteFrom("passage").where("id", "=", id).execute();
    if (part !== "title") changes.push({ part, place, change: "deleted" });
  }
  return changes;
}

/** The annotations of these authors that can be found and are not hidden. */
export async function shownAnnotations(
  database: Database,
  articleId: string,
  authors: readonly string[],
): Promise<{ readonly author: string; readonly place: string }[]> {
  return await database
    .selectFrom("passage")
    .where("article_id", "=", articleId)
    .where("author", "in", among(authors))
    .where("part", "=", "annotation")
    .where("hidden", "=", 0)
    .select(["author", "place"])
    .execute();
}

/** Has nothing of a layer be found any more. Returns what could be. */
export async function forgetPassages(
  database: Database,
  { articleId, room }: Room,
): Promise<PassageChange[]> {
  const changes = await putPassages(database, { articleId, room }, []);
  await database
    .deleteFrom("indexed")
    .where("article_id", "=", articleId)
    .where("room", "=", room)
    .execute();
  return changes;
}

/** An annotation and a reply may have the same id. */
const keyOf = ({ part, place }: { readonly part: string; readonly place: string }): string =>
  `${part} ${place}`;

type Kept = Omit<Passage, "part">;

/** Returns whether that is to be told. */
async function changePassage(
  database: Database,
  row: Kept & { readonly id: number },
  passage: Passage,
): Promise<boolean> {
  if (isSame(row, passage)) return false;
  const { attributes } = passage;
  // what is not searched is written past the triggers of the index
  const change = isSame({ ...row, attributes }, passage) ? { attributes } : passage;
  await database.updateTable("passage").set(change).where("id", "=", row.id).execute();
  return isTold(row, passage);
}

/** Attributes that were not kept before are no news. */
function isTold(before: Kept, passage: Passage): boolean {
  if (before.hidden === 1 && passage.hidden === 1) return false;
  return !isSame({ ...before, attributes: before.attributes ?? passage.attributes }, passage);
}

function isSame(a: Kept, b: Passage): boolean {
  return (
    a.words === b.words &&
    a.quote === b.quote &&
    a.hidden === b.hidden &&
    a.kind === b.kind &&
    a.label === b.label &&
    a.at === b.at &&
    a.about_author === b.about_author &&
    a.about_place === b.about_place &&
    a.attributes === b.attributes
  );
}
