// Articles in other places: copied, and moved from one space to another.

import { createRoute, z } from "@hono/zod-openapi";
import { newId } from "#domain/id.ts";
import { moveArticle } from "../store/shelf.ts";
import { limit, requireVisitor, type Visit } from "./guard.ts";
import { type Caller, keepArticle, spaceToFill } from "./new-article.ts";
import { Problem, problems } from "./problem.ts";
import { asksAtArticle } from "./registry.ts";
import type { Api, Services } from "./services.ts";
import { movedShape, newCopyShape } from "./shapes.ts";

const articlePath = z.object({ articleId: z.string() });

const copy = createRoute({
  ...asksAtArticle("article.read"),
  method: "post",
  path: "/api/articles/{articleId}/copies",
  summary: "Make an article of the text of another",
  description:
    "With its title, byline, source, language and tags; without what people wrote on it.",
  request: {
    params: articlePath,
    body: { content: { "application/json": { schema: newCopyShape } }, required: true },
  },
  responses: {
    201: {
      description: "It is on disk.",
      content: { "application/json": { schema: z.object({ id: z.string() }) } },
    },
    ...problems(400, 401, 403, 404, 429, 503),
  },
});

const move = createRoute({
  ...asksAtArticle("article.arrange"),
  method: "put",
  path: "/api/articles/{articleId}/space",
  summary: "Move an article on which nobody has written to another space",
  description: "What people write is written for the space it is in. Copy the text instead.",
  request: {
    params: articlePath,
    body: { content: { "application/json": { schema: movedShape } }, required: true },
  },
  responses: {
    204: { description: "It is there, and whoever is only in the old space is out of it." },
    ...problems(400, 401, 403, 404, 409, 503),
  },
});

export function addShelfRoutes(api: Api, services: Services): void {
  api.openapi(copy, async (context) => {
    const visitor = await requireVisitor(services, context);
    const id = await copyArticle(services, visitor, context.var.visit, context.req.valid("json"));
    return context.json({ id }, 201, { Location: `/api/articles/${id}` });
  });

  api.openapi(move, async (context) => {
    const visitor = await requireVisitor(services, context);
    const { space } = context.req.valid("json");
    const to = await spaceToFill(services, visitor, space);
    await moveTo(services, context.var.visit, to.id);
    return context.body(null, 204);
  });
}

async function copyArticle(
  services: Services,
  caller: Caller,
  { article }: Visit,
  wanted: z.infer<typeof newCopyShape>,
): Promise<string> {
  const { rooms, limits, now } = services;
  const space = await spaceToFill(services, caller, wanted.space ?? article.space.id);
  limit(limits.articles, caller.person.id, now());
  const nodes = await rooms.use(article.id, (live) => live.nodes());
  const id = newId();
  const { title, byline, source, language, origin, tags } = article;
  const about = { byline, source, language, origin, tags, title: wanted.title ?? title };
  const made = { id, spaceId: space.id, createdBy: caller.person.id, createdAt: now() };
  await keepArticle(services, { ...about, ...made }, { nodes, verb: null });
  return id;
}

async function moveTo(
  { database, rooms, onAccessChange, now }: Services,
  { article, actor }: Visit,
  to: string,
): Promise<void> {
  if (to === article.space.id) return;
  const place = { article: article.id, space: article.space.id };
  await rooms.use(article.id, async (live) => {
    if (!live.isUntouched()) {
      throw new Problem(409, "Somebody has written on this article, so it stays here. Copy it.", {
        code: "written-on",
      });
    }
    await moveArticle(database, place, to, { userId: actor.userId, at: now() });
  });
  await onAccessChange();
}
