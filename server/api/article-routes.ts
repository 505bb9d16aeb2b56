// Articles: list, add, read, rename, lock.

import { createRoute, z } from "@hono/zod-openapi";
import { writeLock } from "#domain/talk/article-state.ts";
import { STATE_ROOM } from "#domain/wire.ts";
import type { Sight } from "../access/sight.ts";
import type { LiveArticle } from "../rooms/live-article.ts";
import { type ArticleRow, renameArticle } from "../store/articles.ts";
import { recordAct } from "../store/audit.ts";
import type { Database } from "../store/database.ts";
import { archiveArticle, tagArticle } from "../store/shelf.ts";
import { keepVersion } from "../store/versions.ts";
import { draftOf } from "./article-draft.ts";
import { demand, type Visit, visit } from "./guard.ts";
import { hashOf } from "./hash-of.ts";
import { fileBody } from "./import-shapes.ts";
import { listArticles } from "./library.ts";
import { addArticle, spaceToFill } from "./new-article.ts";
import { problems } from "./problem.ts";
import { asksAtArticle, asksSessionOrToken } from "./registry.ts";
import type { Api, Services } from "./services.ts";
import { articleChangeShape, articleShape, listedArticleShape, newArticleShape } from "./shapes.ts";
import { summarise } from "./summarise.ts";
import { containerPath } from "./w3c-container.ts";

const articlePath = z.object({ articleId: z.string() });

const list = createRoute({
  ...asksSessionOrToken,
  method: "get",
  path: "/api/articles",
  summary: "The articles of the spaces that the caller is in",
  responses: {
    200: {
      description: "The newest first.",
      content: {
        "application/json": { schema: z.object({ articles: z.array(listedArticleShape) }) },
      },
    },
    ...problems(401),
  },
});

const add = createRoute({
  ...asksSessionOrToken,
  method: "post",
  path: "/api/articles",
  summary: "Add an article: from plain text, from what was brought in, from a page or a file",
  request: {
    query: z.object({
      space: z.string().optional().openapi({ description: "Where the body is a file." }),
    }),
    body: { content: { "application/json": { schema: newArticleShape }, "*/*": fileBody } },
  },
  responses: {
    201: {
      description: "It is on disk.",
      content: { "application/json": { schema: z.object({ id: z.string() }) } },
    },
    ...problems(400, 401, 403, 404, 413, 415, 422, 429, 503),
  },
});

const read = createRoute({
  ...asksAtArticle("article.read"),
  method: "get",
  path: "/api/articles/{articleId}",
  summary: "One article with its text",
  request: { params: articlePath },
  responses: {
    200: {
      description: "The article as it stands.",
      content: { "application/json": { schema: articleShape } },
    },
    ...problems(401, 404, 503),
  },
});

const change = createRoute({
  ...asksAtArticle("article.read"),
  method: "patch",
  path: "/api/articles/{articleId}",
  summary: "Rename, lock or unlock, tag, archive or bring back an article",
  request: {
    params: articlePath,
    body: { content: { "application/json": { schema: articleChangeShape } }, required: true },
  },
  responses: {
    200: {
      description: "The article after the change.",
      content: { "application/json": { schema: articleShape } },
    },
    ...problems(400, 401, 403, 404, 503),
  },
});

export function addArticleRoutes(api: Api, services: Services): void {
  const { rooms } = services;

  api.openapi(list, async (context) => {
    return context.json({ articles: await listArticles(services, context.var) }, 200);
  });

  api.openapi(add, async (context) => {
    const { person, reach } = context.var;
    const caller = { person, reach };
    const wanted = context.req.valid("json");
    const wish = wanted.space ?? context.req.valid("query").space;
    await spaceToFill(services, caller, wish);
    const draft = await draftOf(services, context, caller, wanted);
    // what is fetched or sent takes its time: the space may have gone from them meanwhile
    const space = await spaceToFill(services, caller, wish);
    const id = await addArticle(services, caller, { space, draft });
    return context.json({ id }, 201, { Location: `/api/articles/${id}` });
  });

  api.openapi(read, async (context) => {
    const { article, sight } = context.var.visit;
    const container = services.url + containerPath(article.id);
    context.header("Link", `<${container}>; rel="http://www.w3.org/ns/oa#annotationService"`);
    return context.json(await rooms.use(article.id, (live) => describe(article, live, sight)), 200);
  });

  api.openapi(change, async (context) => {
    const { articleId } = context.req.valid("param");
    await changeArticle(services, context.var.visit, context.req.valid("json"));
    const { article, sight } = await visit(services, context, articleId);
    return context.json(await rooms.use(article.id, (live) => describe(article, live, sight)), 200);
  });
}

type ArticleChange = z.infer<typeof articleChangeShape>;

async function changeArticle(services: Services, at: Visit, change: ArticleChange): Promise<void> {
  await edit(services, at, change);
  await arrange(services, at, change);
}

async function arrange(
  { database, onAccessChange, now }: Services,
  { article, actor }: Visit,
  { archived, tags }: ArticleChange,
): Promise<void> {
  if (archived === undefined && tags === undefined) return;
  const { id, space } = article;
  demand({ ...actor, archived: space.archived }, "article.arrange", { type: "space" });
  if (tags !== undefined) await tagArticle(database, id, tags);
  if (archived === undefined) return;
  const by = { userId: actor.userId, at: now() };
  await archiveArticle(database, { article: id, space: space.id }, archived, by);
  await onAccessChange();
}

async function edit(
  { database, rooms, now }: Services,
  { article, actor }: Visit,
  { title, locked }: ArticleChange,
): Promise<void> {
  if (title === undefined && locked === undefined) return;
  await rooms.use(article.id, async (live) => {
    if (locked !== undefined) demand(actor, "article.lock", { type: "space" });
    if (title !== undefined) {
      demand(actor, "article.edit", { type: "article", locked: live.lock() !== null });
    }
    if (locked !== undefined)
      await setLock(database, { article, live, by: actor.userId, at: now() }, locked);
    if (title !== undefined) await renameArticle(database, article.id, title, now());
  });
}

type Locking = {
  readonly article: ArticleRow;
  readonly live: LiveArticle;
  readonly by: string;
  readonly at: number;
};

/** Locks the text, or unlocks it; one that is as it should be stays as it is. */
async function setLock(database: Database, locking: Locking, locked: boolean): Promise<void> {
  const { article, live, by, at } = locking;
  if (locked === (live.lock() !== null)) return;
  if (locked) await lockText(database, locking);
  else await live.changeState((state) => writeLock(state, null));
  await recordAct(database, {
    spaceId: article.space.id,
    at,
    actorId: by,
    verb: locked ? "article-locked" : "article-unlocked",
    subjectId: article.id,
  });
}

/** Locks the text and keeps it as a version. */
async function lockText(database: Database, { article, live, by, at }: Locking): Promise<void> {
  const { text } = live.text();
  const hash = hashOf(text);
  await live.changeState((state) => writeLock(state, { hash, by, at }));
  await keepVersion(database, {
    article_id: article.id,
    ...{ hash, text, created_by: by, created_at: at },
  });
}

const isoOf = (time: number | null): string | null =>
  time === null ? null : new Date(time).toISOString();

function describe(article: ArticleRow, live: LiveArticle, { sharing, seesWhole }: Sight) {
  const { text, blocks } = live.text();
  return {
    ...summarise(article),
    byline: article.byline,
    source: article.source,
    published: article.origin.published,
    fetchedAt: isoOf(article.origin.fetchedAt),
    sourceHash: article.origin.hash,
    role: article.archived || article.space.archived ? "viewer" : article.space.role,
    scheme: article.space.scheme,
    template: article.space.template,
    visibility: sharing.visibility,
    seesAll: seesWhole(STATE_ROOM),
    archived: article.archived || article.space.archived,
    text,
    hash: hashOf(text),
    locked: live.lock() !== null,
    blocks: blocks.map((block) => ({
      type: block.name,
      start: block.start,
      end: block.start + block.text.length,
    })),
    content: [...live.nodes()],
  };
}
