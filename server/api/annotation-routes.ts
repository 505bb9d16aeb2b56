// Annotations: list all that the caller sees, and write the caller's own.

import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Placed } from "#domain/annotation-index.ts";
import { visibleLayers } from "../access/visible-layers.ts";
import type { LiveArticle } from "../rooms/live-article.ts";
import { demand, limit, type Visit, visit } from "./guard.ts";
import { annotate, changeOwn, removeOwn } from "./own-annotations.ts";
import { highlightsUntil, inReadingOrder } from "./placed.ts";
import { problems } from "./problem.ts";
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
  method: "get",
  path: "/api/articles/{articleId}/annotations",
  summary: "All annotations that the caller may see, in reading order, orphans last",
  request: {
    params: inArticle,
    query: z.strictObject({ format: z.literal("json").optional() }),
  },
  responses: {
    200: {
      description: "The annotations as they stand.",
      content: {
        "application/json": { schema: z.object({ annotations: z.array(annotationShape) }) },
      },
    },
    ...problems(400, 401, 404, 503),
  },
});

const highlights = createRoute({
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
  method: "patch",
  path: "/api/articles/{articleId}/annotations/{annotationId}",
  summary: "Change kind, label or note of an annotation of one's own",
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
  method: "delete",
  path: "/api/articles/{articleId}/annotations/{annotationId}",
  summary: "Delete an annotation of one's own",
  request: { params: oneOf },
  responses: { 204: { description: "It is gone." }, ...problems(401, 403, 404, 429, 503) },
});

export function addAnnotationRoutes(api: Api, services: Services): void {
  const { rooms, now } = services;

  api.openapi(list, async (context) => {
    const { article, actor } = await visit(services, context, context.req.valid("param").articleId);
    const placed = await rooms.use(article.id, (live) => placedFor(live, actor));
    return context.json({ annotations: await withAuthors(services, placed) }, 200);
  });

  api.openapi(highlights, async (context) => {
    const { article, actor } = await visit(services, context, context.req.valid("param").articleId);
    const { until = Number.POSITIVE_INFINITY } = context.req.valid("query");
    const found = await rooms.use(article.id, async (live) =>
      highlightsUntil(live.text(), await placedFor(live, actor), until),
    );
    return context.json({ highlights: found }, 200);
  });

  api.openapi(add, async (context) => {
    const at = await visitToWrite(services, context, context.req.valid("param").articleId);
    const wanted = context.req.valid("json");
    const placed = await rooms.use(at.article.id, (live) =>
      annotate(live, at.person.id, wanted, now()),
    );
    return context.json(describe(placed, at.person.name), 201);
  });

  api.openapi(change, async (context) => {
    const { articleId, annotationId } = context.req.valid("param");
    const at = await visitToWrite(services, context, articleId);
    const wanted = context.req.valid("json");
    const placed = await rooms.use(at.article.id, (live) =>
      changeOwn(live, at.actor, annotationId, wanted),
    );
    return context.json(describe(placed, at.person.name), 200);
  });

  api.openapi(remove, async (context) => {
    const { articleId, annotationId } = context.req.valid("param");
    const at = await visitToWrite(services, context, articleId);
    await rooms.use(at.article.id, (live) => removeOwn(live, at.actor, annotationId));
    return context.body(null, 204);
  });
}

/** A visit of somebody who may write a layer of their own, and has not written too often. */
async function visitToWrite(
  services: Services,
  context: Context,
  articleId: string,
): Promise<Visit> {
  const at = await visit(services, context, articleId);
  demand(at.actor, "layer.write", { type: "layer", owner: at.person.id });
  limit(services.limits.annotations, at.person.id, services.now());
  return at;
}

function placedFor(live: LiveArticle, actor: Visit["actor"]): Promise<readonly Placed[]> {
  return inReadingOrder(live.text(), live.annotations(visibleLayers(actor)));
}

/** Annotations with the names of their authors; those of people who are gone are left out. */
async function withAuthors({ visitors }: Services, placed: readonly Placed[]) {
  const authors = new Set(placed.map(({ annotation }) => annotation.author));
  const people = await visitors.people([...authors]);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return placed.flatMap((each) => {
    const name = names.get(each.annotation.author);
    return name === undefined ? [] : [describe(each, name)];
  });
}

function describe({ annotation, range }: Placed, authorName: string) {
  const { id, kind, label, note, author, createdAt } = annotation;
  return {
    id,
    kind,
    label,
    quote: annotation.anchor.quote,
    start: range?.start ?? null,
    end: range?.end ?? null,
    orphan: range === null,
    author: { id: author, name: authorName },
    note,
    createdAt: new Date(createdAt).toISOString(),
  };
}
