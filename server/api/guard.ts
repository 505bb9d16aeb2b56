// What every request to the API has to pass, and the questions that every route asks.

import type { Context, MiddlewareHandler } from "hono";
import type { Person, Role } from "#domain/person.ts";
import type { ProblemCode } from "#domain/problem-code.ts";
import { type Actor, authorize, type Resource, type Verb } from "../access/authorize.ts";
import { roleWithin } from "../access/reach.ts";
import { type Sight, sightOf } from "../access/sight.ts";
import type { Visitor } from "../access/visitors.ts";
import { type Account, accountOf } from "../accounts/accounts.ts";
import { visitorOf } from "../accounts/session-visitors.ts";
import { type ArticleRow, findArticle } from "../store/articles.ts";
import type { Database } from "../store/database.ts";
import { type Membership, spacesOf } from "../store/spaces.ts";
import type { TokenBuckets } from "./limits.ts";
import { Problem, tooOften } from "./problem.ts";
import type { ApiEnvironment, Services } from "./services.ts";

/** The methods by which nothing is changed. */
const READING: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses changes that a page of another site asks for. Browsers always send `Origin` with them, and
 * `Sec-Fetch-Site` since 2023; other programs may leave both out.
 */
export function sameOrigin(origins: ReadonlySet<string>): MiddlewareHandler {
  return async (context, next) => {
    const origin = context.req.header("origin");
    const site = context.req.header("sec-fetch-site") ?? "same-origin";
    const foreign = (origin !== undefined && !origins.has(origin)) || site !== "same-origin";
    if (foreign && !READING.has(context.req.method)) {
      throw new Problem(
        403,
        "This request comes from another site. Open Postil at its own address, the one in POSTIL_URL.",
        { code: "other-site" },
      );
    }
    await next();
  };
}

/** Where files are taken. */
const TAKES_FILES = /^\/api\/(?:articles|imports|annotated-imports)$/;

/**
 * Whether a request sends a file to where files are taken. It has to name it by a header that no form of
 * another site can send.
 */
export const sendsFile = ({ req }: Pick<Context, "req">): boolean =>
  TAKES_FILES.test(req.path) &&
  !/^application\/json\b/i.test(req.header("content-type") ?? "") &&
  [req.header("x-file-name"), req.header("content-disposition")].some((name) => name !== undefined);

/** Where annotations come as JSON-LD. No form of another site can send that either. */
const TAKES_LD = /^\/api\/articles\/[^/]+\/w3c\//;

/** Refuses bodies that are neither JSON nor a file, which is also what a form of another site would send. */
export const jsonOnly: MiddlewareHandler = async (context, next) => {
  const type = context.req.header("content-type");
  const isLd = TAKES_LD.test(context.req.path);
  const wanted = isLd ? /^application\/(?:ld\+)?json\b/i : /^application\/json\b/i;
  if (
    !READING.has(context.req.method) &&
    type !== undefined &&
    !sendsFile(context) &&
    !wanted.test(type)
  ) {
    throw new Problem(415, `Send the body as application/${isLd ? "ld+json" : "json"}.`);
  }
  await next();
};

/** Takes a token for `key`, or ends the request with 429. */
export function limit(buckets: TokenBuckets, key: string, now: number): void {
  const wait = buckets.take(key, now);
  if (wait > 0) throw tooOften(wait);
}

/** A request, whatever was asked of who calls. */
export type Called = {
  readonly env: ApiEnvironment["Bindings"];
  readonly req: Context["req"];
  readonly var: ApiEnvironment["Variables"];
};

/** What the address of the caller is counted under. */
export function callerKey({ env, var: { services } }: Omit<Called, "req">): string {
  return env.incoming ? services.callerKey(env.incoming) : "";
}

/** Whoever calls, by session or token. Ends the request with 401 when it is nobody. */
export async function requireVisitor(
  services: Services,
  { req }: Pick<Context, "req">,
): Promise<Visitor> {
  const visitor = await visitorOf(services, req.raw.headers, services.now());
  if (visitor === null) {
    throw new Problem(401, "Come in as a guest first: POST /api/guests, or open the start page.");
  }
  return visitor;
}

/** The same, for what only a person may do: ends the request with 403 for a token. */
export async function requirePerson(services: Services, context: Context): Promise<Visitor> {
  const visitor = await requireVisitor(services, context);
  if (visitor.reach === null) return visitor;
  throw new Problem(403, "A token cannot do this. Sign in to your account.", {
    code: "token-refused",
  });
}

/** A person with an account. */
export type AccountHolder = { readonly person: Person; readonly account: Account };

/** The caller with their account. Ends the request with 401 without a session, with 403 for a guest. */
export async function requireAccount(services: Services, context: Context): Promise<AccountHolder> {
  const { person } = await requirePerson(services, context);
  const account = await accountOf(services.database, person.id);
  if (account === null) {
    throw new Problem(403, "You are here as a guest. Make an account first.", {
      code: "no-account",
    });
  }
  return { person, account };
}

/** Ends the request with 403 unless `actor` may do `verb`. */
export function demand(actor: Actor, verb: Verb, resource: Resource): void {
  if (!authorize(actor, verb, resource)) throw refusalOf(verb, actor);
}

/** How somebody is told that they may not do `verb`. */
export const refusalOf = (verb: Verb, { archived }: Partial<Actor> = {}): Problem =>
  archived === true
    ? new Problem(403, "This is archived: it can be read, and nothing else.", {
        code: "archived",
      })
    : new Problem(403, REFUSALS[verb], { code: CODES[verb] ?? "not-allowed" });

/** A person at an article they may read. */
export type Visit = {
  readonly person: Person;
  readonly article: ArticleRow;
  readonly actor: Member;
  readonly sight: Sight;
};

/** The caller's visit to an article. Ends the request with 404 for what the caller may not know. */
export async function visit(
  services: Services,
  context: Context,
  articleId: string,
): Promise<Visit> {
  const { person, reach } = await requireVisitor(services, context);
  const found = await findArticle(services.database, articleId, person.id);
  const role = found && roleWithin(reach, found.space.id, found.space.role);
  if (found === null || role === null) throw noSuchArticle();
  const article = { ...found, space: { ...found.space, role } };
  const archived = article.archived || article.space.archived;
  const actor = { userId: person.id, role, archived };
  if (!authorize(actor, "article.read", { type: "article", locked: false })) throw noSuchArticle();
  const sharing = (await services.visitors.sharings([articleId])).get(articleId);
  if (sharing === undefined) throw noSuchArticle();
  return { person, article, actor, sight: sightOf(actor, sharing) };
}

/** A request of somebody who is at an article, as `asksAtArticle` lets it through. */
export type AtArticle = { readonly var: { readonly visit: Visit } };

/** The caller's visit, counted as one more thing written. Ends the request with 429 for too many. */
export function visitToWrite({ limits, now }: Services, { var: { visit: at } }: AtArticle): Visit {
  limit(limits.annotations, at.person.id, now());
  return at;
}

/** A person in a space. */
export type Member = Actor & { readonly role: Role };

/** A person in a space, with the space. */
export type SpaceMember = Member & { readonly space: Membership };

/** The spaces of whoever calls, as far as a token reaches, and with the role it gives. */
export async function spacesOfVisitor(
  database: Database,
  { person, reach }: Pick<Visitor, "person" | "reach">,
): Promise<readonly Membership[]> {
  return (await spacesOf(database, person.id)).flatMap((space) => {
    const role = roleWithin(reach, space.id, space.role);
    return role === null ? [] : [{ ...space, role }];
  });
}

/** The caller as a member of a space. Ends the request with 404 for a stranger to it. */
export async function memberOf(
  services: Services,
  context: Context,
  spaceId: string,
): Promise<SpaceMember> {
  const visitor = await requireVisitor(services, context);
  const { person } = visitor;
  const spaces = await spacesOfVisitor(services.database, visitor);
  const space = spaces.find(({ id }) => id === spaceId);
  const { role, archived } = space ?? {};
  const actor = space && role && { userId: person.id, role, archived: archived === true, space };
  if (actor && authorize(actor, "space.read", { type: "space" })) return actor;
  throw noSuchSpace();
}

/** The same answer for an absent space and for one that the caller is not in. */
export const noSuchSpace = (): Problem =>
  new Problem(404, "There is no such space, or you are not in it.", { code: "no-such-space" });

/** The same answer for an absent article and for one that the caller may not know of. */
export const noSuchArticle = (): Problem =>
  new Problem(404, "There is no such article, or it is not shared with you.", {
    code: "no-such-article",
  });

/** The closer codes of those verbs that the interface offers to people whose role may just have changed. */
const CODES: Partial<Readonly<Record<Verb, ProblemCode>>> = {
  "article.create": "may-not-add",
  "article.edit": "may-not-edit",
  "article.lock": "may-not-lock",
  "article.arrange": "may-not-arrange",
  "annotation.resolve": "may-not-resolve",
  "annotation.hide": "may-not-hide",
  "reply.hide": "may-not-hide",
};

const REFUSALS: Readonly<Record<Verb, string>> = {
  "space.read": "You are not a member of this space.",
  "space.leave": "You are not a member of this space.",
  "space.edit": "Only owners may change a space.",
  "space.delete": "Only owners may delete a space.",
  "audit.read": "Only owners may read what was done in a space.",
  "progress.read": "Only editors may see how far everybody is.",
  "alias.read": "Only editors may see who is behind an alias.",
  "member.change": "Only editors may do this, and only to people whose role is below their own.",
  "invite.make": "Only editors may let people in.",
  "article.read": "You may not read this article.",
  "article.create": "Your role in this space does not let you add articles.",
  "article.edit": "The text can be changed by editors only, and only while it is not locked.",
  "article.lock": "Only editors may lock or unlock an article.",
  "article.arrange": "Only editors may archive, move or tag an article.",
  "scheme.edit": "Only editors may change the codebook.",
  "article.share": "Only editors may set who sees whose notes.",
  "layer.read": "You may not see these annotations.",
  "layer.read-any": "You may not see these annotations.",
  "annotation.resolve":
    "A thread is settled and opened again by the annotation's author or by editors.",
  "annotation.hide": "Only editors may hide an annotation or show it again.",
  "reply.hide": "Only editors may hide a reply or show it again.",
  "annotation.propose": "Only editors may propose another label.",
  "layer.write": "You can change only your own annotations, and viewers can make none.",
};
