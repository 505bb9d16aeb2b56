// Everything that is not a Yjs update: spaces, members, articles and accounts, in one SQLite file.

import type { DatabaseSync } from "node:sqlite";
import { type Generated, Kysely, sql } from "kysely";
import type { AuditVerb } from "#domain/audit.ts";
import type { Role } from "#domain/person.ts";
import type { KindId } from "#domain/scheme/scheme.ts";
import type { Template, Visibility } from "#domain/space.ts";
import type { Access } from "../access/reach.ts";
import type { AccountTables } from "./account-tables.ts";
import type { EntranceTables } from "./entrance-tables.ts";
import type { HookTables } from "./hook-tables.ts";
import { nodeSqliteDialect } from "./node-sqlite-dialect.ts";
import { rewriteFile } from "./rewrite-file.ts";
import { type OnBroken, openFile } from "./sqlite-file.ts";
import type { TicketPurpose } from "./tickets.ts";

/** All tables. Times are milliseconds since 1970, flags are 0 or 1. */
export type Tables = HookTables & {
  space: {
    readonly id: string;
    name: string;
    /** The id of the scheme that its articles are annotated with. */
    scheme: string;
    /** Whether every guest who comes in is in it at once. */
    open_to_guests: number;
    readonly created_at: number;
    template: Generated<Template>;
    /** Null while it is in use. */
    archived_at: Generated<number | null>;
    /** The least role that may add articles. */
    articles_from: Generated<"annotator" | "editor">;
    /** Whether people without an account may be let in. */
    guests_allowed: Generated<number>;
    /** Whether who comes by the code waits until an editor lets them in. */
    waiting_room: Generated<number>;
    /** Days after `ends_at` until guests and their layers go; null: never. */
    retention_days: Generated<number | null>;
    ends_at: Generated<number | null>;
    /** Whether members who are no editors read each other's names. */
    names_shown: Generated<number>;
    visibility: Generated<Visibility>;
  };
  member: {
    readonly space_id: string;
    readonly user_id: string;
    role: Role;
    readonly joined_at: number;
  };
  article: {
    readonly id: string;
    space_id: string;
    title: string;
    byline: string | null;
    source: string | null;
    /** A BCP 47 tag, or null when nobody said. */
    language: string | null;
    /** An ISO date or time, as its source says. */
    published: Generated<string | null>;
    /** When it was fetched, and the SHA-256 of the bytes that came, in hexadecimal; null for typed text. */
    fetched_at: Generated<number | null>;
    /** A `Taken`, as JSON; null where it was not kept. */
    taken: Generated<string | null>;
    source_hash: Generated<string | null>;
    /** Null: as the space has it. */
    visibility: Generated<Visibility | null>;
    /** A user id; null for the sample, and when that user is gone. */
    created_by: string | null;
    readonly created_at: number;
    /** When it was added in the place that it comes from; null for one that began here. */
    readonly first_added_at: Generated<number | null>;
    /** When its title or its text was changed last. */
    updated_at: number;
    /** Null while it is in use. */
    archived_at: Generated<number | null>;
    /** Words by which it is found, as JSON. */
    tags: Generated<string>;
  };
  /** What people brought in and did not make an article of yet. */
  import: {
    readonly id: string;
    readonly user_id: string;
    /** An `Imported`, as JSON. */
    readonly imported: string;
    /** SHA-256 of the bytes that came, in hexadecimal. */
    readonly hash: string;
    readonly fetched_at: number;
    /** 1 for an `Annotated` in the place of the `Imported`. */
    readonly annotated: Generated<number>;
  };
  /** Users under whose names stands what annotators of a file did elsewhere; nobody comes in as one. */
  stand_in: { readonly user_id: string; readonly space_id: string };
  /** What is being taken over of such files: a `Taking`, as JSON. */
  taking: { readonly id: string; readonly json: string };
  /** The texts that an article was locked with. */
  version: {
    readonly article_id: string;
    /** 1 for the first. */
    readonly number: number;
    /** SHA-256 of the text as UTF-8, in hexadecimal. */
    readonly hash: string;
    readonly text: string;
    /** A user id; null when that user is gone. */
    created_by: string | null;
    readonly created_at: number;
  };
  /** The schemes that a space had, the last one being in use; none before its first change. */
  scheme: {
    readonly space_id: string;
    /** 2 for the first change. */
    readonly version: number;
    /** A `Scheme`. */
    readonly json: string;
    /** A user id; null when that user is gone. */
    changed_by: string | null;
    readonly changed_at: number;
  };
  /** What can be found; `passage_words` is the index of its words, kept by triggers. */
  passage: {
    readonly id: Generated<number>;
    readonly article_id: string;
    readonly part: "title" | "text" | "annotation" | "reply";
    /** A user id; empty for the article's own words. */
    readonly author: string;
    /** The id of an annotation or a reply, the number of a paragraph; empty for a title. */
    readonly place: string;
    at: number;
    kind: KindId | null;
    label: string | null;
    hidden: Generated<number>;
    quote: Generated<string>;
    words: string;
    /** Author and id of the annotation that a reply is about; null for what is no reply. */
    about_author: string | null;
    about_place: string | null;
    /** What the attributes of an annotation say, as JSON; null for what is none, and before this was kept. */
    attributes: string | null;
  };
  /** Up to which record each room of an article can be found. */
  indexed: {
    readonly article_id: string;
    readonly room: string;
    seq: number;
    /** How many annotations are in it. */
    annotations: Generated<number>;
    /** What its owner voted, by the reference of the annotation, as JSON; null before this was kept. */
    votes: Generated<string | null>;
  };
  /** When each person opened an article last, and what they had of it when they left it. */
  visit: {
    readonly article_id: string;
    readonly user_id: string;
    /** The layers of a `LastVisit` as JSON; null before the first visit has ended. */
    layers: string;
    /** Null: before this was kept. */
    opened_at: Generated<number | null>;
  };
  /** Who did what in a space; rows are only ever added, and lose the ids of those who are erased. */
  audit: {
    readonly id: Generated<number>;
    /** Null for what belongs to no space. */
    readonly space_id: string | null;
    readonly at: number;
    /** A user id; null when no person did it, and when that user is gone. */
    actor_id: string | null;
    readonly verb: AuditVerb;
    subject_id: string | null;
    /** An object without names, as JSON. */
    readonly details: string;
  };
  /** Who is still to be erased, where (null: everywhere). */
  erasure: {
    readonly id: Generated<number>;
    readonly user_id: string;
    readonly space_id: string | null;
    readonly ordered_at: number;
  };
  /** What happens once in the life of an instance. */
  milestone: { readonly name: string; readonly reached_at: number };
  /** Tokens that work once, by their hashes. */
  ticket: {
    /** SHA-256 of the token, in hexadecimal. */
    readonly hash: string;
    readonly purpose: TicketPurpose;
    readonly value: string;
    readonly expires_at: number;
  };
  /** What people's scripts show in the place of a session. */
  token: {
    readonly id: string;
    readonly user_id: string;
    readonly name: string;
    /** SHA-256 of the token, in hexadecimal. */
    readonly hash: string;
    readonly access: Access;
    /** Ids of spaces as JSON; null: all that the person is in. */
    readonly spaces: string | null;
    readonly created_at: number;
    /** To the day; null: never. */
    used_at: number | null;
  };
} & AccountTables &
  EntranceTables;

export type Database = Kysely<Tables>;

/** A Kysely instance, and the connection below it that migrations need. */
export type OpenDatabase = { readonly database: Database; readonly connection: DatabaseSync };

/**
 * Opens the database at `path`, creating it when absent; it has no tables before `migrate`.
 * Throws Refusal when the file is damaged. `database.destroy()` closes it.
 */
export function openDatabase(path: string, onBroken: OnBroken = () => {}): OpenDatabase {
  const connection = openFile(path);
  // a command of the operator may be writing: it takes a few milliseconds
  connection.exec("PRAGMA busy_timeout = 2000");
  return {
    database: new Kysely<Tables>({ dialect: nodeSqliteDialect(connection, onBroken) }),
    connection,
  };
}

/** As `UpdateLog.rewrite`; whoever asks the database meanwhile is answered afterwards. Rejects with BeingRead. */
export async function rewriteDatabase(database: Database): Promise<void> {
  await database.connection().execute(async (held) => {
    const { rows } = await sql<{ file: string }>`PRAGMA database_list`.execute(held);
    await rewriteFile(rows[0]?.file ?? "");
  });
}
