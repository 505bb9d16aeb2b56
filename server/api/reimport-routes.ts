// What the publisher made of an article since: fetched again, and put in the place of the locked text.

import { createRoute, z } from "@hono/zod-openapi";
import { renewOrigin } from "../store/articles.ts";
import { recordAct } from "../store/audit.ts";
import { broughtIn } from "./bring-in.ts";
import { limit } from "./guard.ts";
import { reimportShape } from "./import-shapes.ts";
import { textEmpty } from "./new-article.ts";
import { newVersion, paragraphsOf } from "./new-version.ts";
import { problems } from "./problem.ts";
import { asksAtArticle } from "./registry.ts";
import type { Api, Services } from "./services.ts";
import { blocksUnder, headlineAgain, leftBefore, takenOf } from "./taken.ts";
import { carryOverShape } from "./version-shapes.ts";

const reimport = createRoute({
  ...asksAtArticle("article.lock"),
  method: "post",
  path: "/api/articles/{articleId}/reimport",
  summary: "Put what was brought in in the place of a locked text, or see what that would do",
  request: {
    params: z.object({ articleId: z.string() }),
    body: { content: { "application/json": { schema: reimportShape } }, required: true },
  },
  responses: {
    200: {
      description: "What changes. With `preview`, nothing was changed.",
      content: { "application/json": { schema: carryOverShape } },
    },
    ...problems(400, 401, 403, 404, 409, 422, 429, 503),
  },
});

export function addReimportRoutes(api: Api, services: Services): void {
  const { database, rooms, limits, now } = services;

  api.openapi(reimport, async (context) => {
    const at = context.var.visit;
    const { import: id, without, preview = false } = context.req.valid("json");
    const kept = await broughtIn(services, at.person.id, id);
    const { imported } = kept;
    const { taken } = at.article.origin;
    const before = leftBefore(imported, taken);
    const left = new Set(without ?? before);
    const standing = await rooms.use(at.article.id, (live) => live.nodes());
    const blocks = blocksUnder(imported, headlineAgain(imported, standing, taken), left);
    if (blocks.taken.length === 0) throw textEmpty();
    limit(limits.articles, at.person.id, now());
    const { hash, report, changes } = await newVersion(services, at, {
      nodes: blocks.taken,
      preview,
    });
    if (!preview) {
      await renewOrigin(database, at.article.id, { ...kept, taken: takenOf(imported, left) });
      const act = { spaceId: at.article.space.id, at: now(), actorId: at.person.id };
      await recordAct(database, { ...act, verb: "article-renewed", subjectId: at.article.id });
    }
    const paragraphs = paragraphsOf(changes, blocks.all);
    return context.json({ hash, ...report, paragraphs, left: before }, 200);
  });
}
