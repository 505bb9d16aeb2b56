// Annotations: list all that the caller sees, and write the caller's own.

import { createRoute, z } from "@hono/zod-openapi";
import { refTo } from "#domain/annotation/annotation-ref.ts";
import { answerAll, answerOne } from "./annotation-answer.ts";
import { exportArticle, fileContent, sendFile } from "./export-routes.ts";
import { visitToWrite } from "./guard.ts";
import { answerList } from "./list-answer.ts";
import { choiceShape, formatShape } from "./marked-article.ts";
import { annotate, changeOwn, removeOwn } from "./own-annotations.ts";
import { highlightsUntil, placedFor } from "./placed.ts";
import { problems } from "./problem.ts";
import { asksAtArticle } from "./registry.ts";
import type { Api, Services } from "./services.ts";
import {
  annotationChangeShape,
  annotationShape,
  highlightsShape,
  newAnnotationShape,
} from "./shapes.ts";

const inArticle = z.object({ articleId: z.string() });
const oneOf = inArticle.extend({ annotationId: z.string() });

const oneAnnotation = (description: string) => ({
  description,
  content: { "application/json": { schema: annotationShape } },
});

const list = createRoute({
  ...asksAtArticle("article.read"),
  method: "get",
  path: "/api/articles/{articleId}/annotations",
  summary: "All annotations that the caller may see, in reading order, orphans last",
  request: {
    params: inArticle,
    query: choiceShape.extend({
      format: z.union([z.literal("json"), formatShape]).default("json"),
    }),
  },
  responses: {
    200: {
      description:
        "The annotations as they stand; in any format but json a file with the article, to which the other parameters apply.",
      content: {
        "application/json": { schema: z.object({ annotations: z.array(annotationShape) }) },
        ...fileContent,
      },
    },
    ...problems(400, 401, 404, 429, 503),
  },
});

const highlights = createRoute({
  ...asksAtArticle("article.read"),
  method: "get",
  path: "/api/articles/{articleId}/highlights",
  summary: "What to paint over the start of the text",
  request: {
    params: inArticle,
    query: z.strictObject({ until: z.coerce.number().int().positive().optional() }),
  },
  responses: {
    200: {
      description: "Highlights in reading order.",
      content: { "application/json": { schema: highlightsShape } },
    },
    ...problems(400, 401, 404, 503),
  },
});

const add = createRoute({
  ...asksAtArticle("layer.write"),
  method: "post",
  path: "/api/articles/{articleId}/annotations",
  summary: "Add an annotation of one's own",
  request: {
    params: inArticle,
    body: { content: { "application/json": { schema: newAnnotationShape } }, required: true },
  },
  responses: {
    201: oneAnnotation("It is on disk."),
    ...problems(400, 401, 403, 404, 422, 429, 503),
  },
});

const change = createRoute({
  ...asksAtArticle("layer.write"),
  method: "patch",
  path: "/api/articles/{articleId}/annotations/{annotationId}",
  summary: "Change kind, label, note or attributes of an annotation of one's own",
  request: {
    params: oneOf,
    body: { content: { "application/json": { schema: annotationChangeShape } }, required: true },
  },
  responses: {
    200: oneAnnotation("As it is now."),
    ...problems(400, 401, 403, 404, 422, 429, 503),
  },
});

const remove = createRoute({
  ...asksAtArticle("layer.write"),
  method: "delete",
  path: "/api/articles/{articleId}/annotations/{annotationId}",
  summary: "Delete an annotation of one's own",
  request: { params: oneOf },
  responses: { 204: { description: "It is gone." }, ...problems(401, 403, 404, 429, 503) },
});

export function addAnnotationRoutes(api: Api, services: Services): void {
  const { rooms, schemes, visitors, now } = services;

  api.openapi(list, async (context) => {
    const { article, sight } = context.var.visit;
    const { format, ...choice } = context.req.valid("query");
    if (format !== "json") {
      const { signal } = context.req.raw;
      const file = await exportArticle(services, context.var.visit, { format, choice, signal });
      return sendFile(context, file);
    }
    const annotations = await rooms.use(article.id, async (live) =>
      answerAll(live, await placedFor(live, sight), { sight, visitors }),
    );
    return answerList(context, "annotations", annotations);
  });

  api.openapi(highlights, async (context) => {
    const { article, sight } = context.var.visit;
    const { until = Number.POSITIVE_INFINITY } = context.req.valid("query");
    const found = await rooms.use(article.id, async (live) => {
      const { hidden } = live.decisions();
      const placed = await placedFor(live, sight);
      const shown = placed.filter(
        ({ annotation: { author, id } }) => !hidden.has(refTo(author, id)),
      );
      return highlightsUntil(live.text(), shown, until);
    });
    return context.json({ highlights: found }, 200);
  });

  api.openapi(add, async (context) => {
    const at = visitToWrite(services, context);
    const wanted = context.req.valid("json");
    const { scheme } = await schemes.of(at.article.space.id);
    const answer = await rooms.use(at.article.id, async (live) => {
      const placed = await annotate(live, at.person.id, wanted, { scheme, now: now() });
      return await answerOne(live, placed, { sight: at.sight, visitors });
    });
    return context.json(answer, 201);
  });

  api.openapi(change, async (context) => {
    const { annotationId } = context.req.valid("param");
    const at = visitToWrite(services, context);
    const wanted = context.req.valid("json");
    const { scheme } = await schemes.of(at.article.space.id);
    const answer = await rooms.use(at.article.id, async (live) => {
      const placed = await changeOwn(live, at, annotationId, { scheme, wanted });
      return await answerOne(live, placed, { sight: at.sight, visitors });
    });
    return context.json(answer, 200);
  });

  api.openapi(remove, async (context) => {
    const { annotationId } = context.req.valid("param");
    const at = visitToWrite(services, context);
    await rooms.use(at.article.id, (live) => removeOwn(live, at, annotationId));
    return context.body(null, 204);
  });
}
