// Versions of a locked article: what they were, and a new one that takes the annotations along.

import { createRoute, z } from "@hono/zod-openapi";
import { versionsOf } from "../store/versions.ts";
import { limit } from "./guard.ts";
import { typedNodes } from "./new-article.ts";
import { newVersion, paragraphsOf } from "./new-version.ts";
import { problems } from "./problem.ts";
import { asksAtArticle } from "./registry.ts";
import type { Api, Services } from "./services.ts";
import { carryOverShape, newVersionShape, versionsShape } from "./version-shapes.ts";

const inArticle = z.object({ articleId: z.string() });

const list = createRoute({
  ...asksAtArticle("article.read"),
  method: "get",
  path: "/api/articles/{articleId}/versions",
  summary: "The texts that the article was locked with, the newest first",
  request: { params: inArticle },
  responses: {
    200: {
      description: "Every version with its hash.",
      content: { "application/json": { schema: versionsShape } },
    },
    ...problems(401, 404, 503),
  },
});

const add = createRoute({
  ...asksAtArticle("article.lock"),
  method: "post",
  path: "/api/articles/{articleId}/versions",
  summary: "Put a new text in the place of a locked one, or see what that would do",
  request: {
    params: inArticle,
    body: { content: { "application/json": { schema: newVersionShape } }, required: true },
  },
  responses: {
    200: {
      description: "What becomes of the annotations. With `preview`, nothing was changed.",
      content: { "application/json": { schema: carryOverShape } },
    },
    ...problems(400, 401, 403, 404, 409, 413, 422, 429, 503),
  },
});

export function addVersionRoutes(api: Api, services: Services): void {
  const { database, limits, now, visitors } = services;

  api.openapi(list, async (context) => {
    const { article, sight } = context.var.visit;
    const rows = await versionsOf(database, article.id);
    const people = await visitors.people(rows.flatMap(({ by }) => by ?? []));
    const names = new Map(people.map((person) => [person.id, sight.knownAs(person)?.name]));
    const versions = rows.map(({ number, hash, by, at }) => ({
      ...{ number, hash, by: names.get(by ?? "") ?? null },
      at: new Date(at).toISOString(),
    }));
    return context.json({ versions }, 200);
  });

  api.openapi(add, async (context) => {
    const at = context.var.visit;
    const { text, preview = false } = context.req.valid("json");
    limit(limits.articles, at.person.id, now());
    const nodes = typedNodes(text, "");
    const { hash, report, changes } = await newVersion(services, at, { nodes, preview });
    return context.json(
      { hash, ...report, paragraphs: paragraphsOf(changes, nodes), left: [] },
      200,
    );
  });
}
