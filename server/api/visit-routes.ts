// When the caller opened an article last, and what they had seen of it when they left it, so that they are
// shown what is new.

import { createRoute, z } from "@hono/zod-openapi";
import { VISIT_LAYERS, VISIT_VECTOR_LENGTH } from "#domain/last-visit.ts";
import type { Sight } from "../access/sight.ts";
import { beginVisit, changeVisit, findVisit } from "../store/visits.ts";
import { limit } from "./guard.ts";
import { Problem, problems } from "./problem.ts";
import { asksAtArticle } from "./registry.ts";
import type { Api, Services } from "./services.ts";

const inArticle = z.object({ articleId: z.string() });

const layersShape = z
  .record(
    z.string().max(64),
    z
      .string()
      .max(VISIT_VECTOR_LENGTH)
      .regex(/^[A-Za-z0-9+/]*={0,2}$/),
  )
  .refine((layers) => Object.keys(layers).length <= VISIT_LAYERS, "are too many")
  .openapi({ description: "The Yjs state vector of each layer in base64, by its owner's id." });

const read = createRoute({
  ...asksAtArticle("article.read"),
  method: "get",
  path: "/api/articles/{articleId}/visit",
  summary: "What the caller had seen when they left the article last",
  request: { params: inArticle },
  responses: {
    200: {
      description: "Null before the first visit has ended.",
      content: {
        "application/json": { schema: z.object({ layers: layersShape.nullable() }) },
      },
    },
    ...problems(401, 404),
  },
});

const begin = createRoute({
  ...asksAtArticle("article.read"),
  method: "put",
  path: "/api/articles/{articleId}/visit",
  summary: "Keep that the caller has opened the article now",
  request: { params: inArticle },
  responses: { 204: { description: "Kept." }, ...problems(401, 404, 429) },
});

const keep = createRoute({
  ...asksAtArticle("article.read"),
  method: "patch",
  path: "/api/articles/{articleId}/visit",
  summary: "Keep what the caller has seen; layers that are not named stay as they are kept",
  request: {
    params: inArticle,
    body: {
      content: { "application/json": { schema: z.strictObject({ layers: layersShape }) } },
      required: true,
    },
  },
  responses: { 204: { description: "Kept." }, ...problems(400, 401, 404, 413, 422, 429) },
});

export function addVisitRoutes(api: Api, services: Services): void {
  const { database, limits, now } = services;

  api.openapi(read, async (context) => {
    const { article, person, sight } = context.var.visit;
    const kept = await findVisit(database, { article: article.id, user: person.id });
    const layers = kept === null ? null : seenIn(layersShape.parse(JSON.parse(kept)), sight);
    return context.json({ layers }, 200);
  });

  api.openapi(begin, async (context) => {
    const { article, person } = context.var.visit;
    limit(limits.annotations, person.id, now());
    await beginVisit(database, { article: article.id, user: person.id }, now());
    return context.body(null, 204);
  });

  api.openapi(keep, async (context) => {
    const { article, person } = context.var.visit;
    limit(limits.annotations, person.id, now());
    const { layers } = context.req.valid("json");
    await changeVisit(database, { article: article.id, user: person.id }, (kept) =>
      together(kept, layers),
    );
    return context.body(null, 204);
  });
}

/** What is told of a visit: of whom the caller sees now. */
function seenIn(layers: z.infer<typeof layersShape>, { sees }: Sight) {
  return Object.fromEntries(Object.entries(layers).filter(([owner]) => sees(owner)));
}

/** How long all that is kept of one visit may be as JSON. */
const VISIT_LENGTH = 1024 * 1024;

function together(kept: string | null, layers: z.infer<typeof layersShape>): string {
  const before = kept === null ? {} : layersShape.parse(JSON.parse(kept));
  const all = layersShape.safeParse({ ...before, ...layers });
  const text = JSON.stringify(all.data ?? {});
  if (!all.success || text.length > VISIT_LENGTH) {
    throw new Problem(422, "That is more than a visit may tell of.");
  }
  return text;
}
