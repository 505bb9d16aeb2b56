// Adds an article to a space, from wherever its text comes.

import { type ArticleNode, nodesOfText } from "#domain/article/article.ts";
import type { AuditVerb } from "#domain/audit.ts";
import { newId } from "#domain/id.ts";
import type { Person } from "#domain/person.ts";
import { authorize } from "../access/authorize.ts";
import type { Visitor } from "../access/visitors.ts";
import { PARAGRAPHS } from "../import/parse-imported.ts";
import { insertArticle, type NewArticle, type Origin } from "../store/articles.ts";
import { recordAct } from "../store/audit.ts";
import { queueEvents } from "../store/hook-events.ts";
import { isThere, type Membership } from "../store/spaces.ts";
import { limit, noSuchSpace, refusalOf, spacesOfVisitor } from "./guard.ts";
import { Problem } from "./problem.ts";
import type { Services } from "./services.ts";

/** Whoever calls, as `asksSessionOrToken` lets them through. */
export type Caller = Pick<Visitor, "person" | "reach">;

/** What becomes an article. */
export type Draft = {
  readonly title: string;
  readonly byline: string | null;
  readonly source: string | null;
  readonly language: string | null;
  readonly origin?: Origin;
  readonly nodes: readonly ArticleNode[];
};

/** Stores an article; resolves with its id once it is on disk. Ends the request where it may not be added. */
export async function addArticle(
  services: Services,
  { person }: Caller,
  { space, draft }: { readonly space: Membership; readonly draft: Draft },
): Promise<string> {
  const { limits, now } = services;
  const { nodes, ...about } = draft;
  if (nodes.length === 0) throw textEmpty();
  limit(limits.articles, person.id, now());
  const id = newId();
  const made = { id, spaceId: space.id, createdBy: person.id, createdAt: now() };
  const verb = about.origin ? "article-imported" : null;
  await keepArticle(services, { ...about, ...made }, { nodes, verb });
  return id;
}

type Kept = {
  readonly nodes: readonly ArticleNode[];
  /** What is written down about it in the space; null: nothing. */
  readonly verb: AuditVerb | null;
};

/**
 * Stores an article. A row is never without its text, so the text is first; where no row follows, the text
 * goes again. Ends the request with 404 when the space has gone meanwhile.
 */
export async function keepArticle(
  { database, rooms }: Pick<Services, "database" | "rooms">,
  article: NewArticle,
  { nodes, verb }: Kept,
): Promise<void> {
  const { id, spaceId, createdAt: at, createdBy: actorId } = article;
  await rooms.create(id, nodes);
  try {
    await database.transaction().execute(async (transaction) => {
      await insertArticle(transaction, article);
      if (verb) await recordAct(transaction, { spaceId, at, actorId, verb, subjectId: id });
      await queueEvents(transaction, spaceId, [{ type: "article.added", at, articleId: id }]);
    });
  } catch (error) {
    await rooms.remove(id);
    throw (await isThere(database, spaceId)) ? error : noSuchSpace();
  }
}

/** Typed text as nodes. Ends the request with 422 for none, and for too much. */
export function typedNodes(text: string, title: string): ArticleNode[] {
  const nodes = nodesOfText(text, title);
  if (nodes.length === 0) throw textEmpty();
  if (nodes.length > PARAGRAPHS) {
    throw new Problem(422, `The text has more than ${PARAGRAPHS} paragraphs. Make it shorter.`, {
      code: "text-too-long",
    });
  }
  return nodes;
}

/** How somebody is told that no words are left. */
export const textEmpty = (): Problem =>
  new Problem(422, "The text is empty. Paste some words.", { code: "text-empty" });

/**
 * The space that was asked for, or the first that lets the caller add an article. Ends the request with
 * 404 for one that they are not in, with 403 where they may not.
 */
export async function spaceToFill(
  services: Services,
  caller: Caller,
  wanted: string | undefined,
): Promise<Membership> {
  const mayAdd = (space: Membership): boolean => mayFill(space, caller.person);
  const spaces = await spacesOfVisitor(services.database, caller);
  const space = spaces.find((each) => (wanted === undefined ? mayAdd(each) : each.id === wanted));
  if (space === undefined && wanted !== undefined) throw noSuchSpace();
  if (space === undefined || !mayAdd(space)) throw refusalOf("article.create");
  return space;
}

/** Whether somebody may add articles to a space that they are in. */
export function mayFill(
  { role, archived, settings: { articlesFrom } }: Membership,
  person: Person,
): boolean {
  const actor = { userId: person.id, role, archived };
  return authorize(actor, "article.create", { type: "space", articlesFrom });
}
