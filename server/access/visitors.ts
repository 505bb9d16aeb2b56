// What sockets and routes need to know of the one who asks.

import type { IncomingHttpHeaders } from "node:http";
import type { Person, Role } from "#domain/person.ts";
import type { Reach } from "./reach.ts";
import type { Sharing } from "./sight.ts";

export type Visitor = {
  readonly person: Person;
  /** The id of the session that says so, or of the token. */
  readonly session: string;
  /** How far the token reaches; null for a session, in which the person does all that they may. */
  readonly reach: Reach | null;
};

/** Somebody at an article. */
export type Attendance = {
  readonly session: string;
  readonly userId: string;
  readonly articleId: string;
};

/** Somebody's role in the space of an article, and whether that or the article is archived. */
export type Place = { readonly role: Role; readonly archived: boolean };

/**
 * The place in the article's space, null for a stranger; "ended" when the session is over or its user
 * is gone, "absent" when there is no such article.
 */
export type Standing = Place | null | "ended" | "absent";

export interface Visitors {
  /** The visitor of the session (cookie, or `Authorization: Bearer`) or token in these headers; null without one. */
  identify(headers: IncomingHttpHeaders): Promise<Visitor | null>;
  /** How each of these stands, in the same order; asked for all who are here at once. */
  standings(attendances: readonly Attendance[]): Promise<readonly Standing[]>;
  /** What is set about who sees what at each of these articles, by id; those that are absent are left out. */
  sharings(articleIds: readonly string[]): Promise<ReadonlyMap<string, Sharing>>;
  /** Names and colours of these users, in the same order; users that are gone are left out. */
  people(userIds: readonly string[]): Promise<readonly Person[]>;
}
