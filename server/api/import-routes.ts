// What is brought in to be looked at, before it becomes an article.

import { createRoute, z } from "@hono/zod-openapi";
import { newId } from "#domain/id.ts";
import { dropImport, findImport, type KeptImport, keepImport } from "../store/imports.ts";
import { addAnnotatedRoutes } from "./annotated-routes.ts";
import { bringInFile, bringInPage, importGone } from "./bring-in.ts";
import { sendsFile } from "./guard.ts";
import { fetchShape, fileBody, importShape } from "./import-shapes.ts";
import { spaceToFill } from "./new-article.ts";
import { problems } from "./problem.ts";
import { asksSessionOrToken } from "./registry.ts";
import type { Api, Services } from "./services.ts";
import { wordsOf } from "./taken.ts";

const add = createRoute({
  ...asksSessionOrToken,
  method: "post",
  path: "/api/imports",
  summary: "Fetch a page, or read a file, and keep it for an hour",
  request: { body: { content: { "application/json": { schema: fetchShape }, "*/*": fileBody } } },
  responses: {
    201: {
      description: "What it says. It is no article yet.",
      content: { "application/json": { schema: importShape } },
    },
    ...problems(400, 401, 403, 413, 415, 422, 429, 503),
  },
});

const params = z.object({ importId: z.string() });

const look = createRoute({
  ...asksSessionOrToken,
  method: "get",
  path: "/api/imports/{importId}",
  summary: "What was brought in within the last hour",
  request: { params },
  responses: {
    200: { description: "What it says.", content: { "application/json": { schema: importShape } } },
    ...problems(401, 404),
  },
});

const drop = createRoute({
  ...asksSessionOrToken,
  method: "delete",
  path: "/api/imports/{importId}",
  summary: "Forget what was brought in",
  request: { params },
  responses: { 204: { description: "It is gone." }, ...problems(401, 404) },
});

export function addImportRoutes(api: Api, services: Services): void {
  const { database, now } = services;

  api.openapi(add, async (context) => {
    const { person, reach } = context.var;
    const caller = { person, reach };
    // whoever can add no article has nothing to fetch either
    await spaceToFill(services, caller, undefined);
    const { imported, hash } = sendsFile(context)
      ? await bringInFile(services, context, caller)
      : await bringInPage(services, context, caller, context.req.valid("json").url);
    const kept = { id: newId(), userId: person.id, imported, hash, fetchedAt: now() };
    await keepImport(database, kept);
    return context.json(describe(kept), 201, { Location: `/api/imports/${kept.id}` });
  });

  api.openapi(look, async (context) => {
    const sought = { id: context.req.valid("param").importId, userId: context.var.person.id };
    const kept = await findImport(database, { ...sought, now: now() });
    if (kept === null) throw importGone();
    return context.json(describe(kept), 200);
  });

  api.openapi(drop, async (context) => {
    const { importId } = context.req.valid("param");
    if (!(await dropImport(database, importId, context.var.person.id))) throw importGone();
    return context.body(null, 204);
  });

  addAnnotatedRoutes(api, services);
}

function describe({ id, imported, hash, fetchedAt }: KeptImport) {
  const { nodes, notices, ...about } = imported;
  return {
    ...{ id, ...about, hash },
    blocks: nodes.map((node, index) => ({ index, type: node.type, text: wordsOf(node) })),
    content: [...nodes],
    notices: [...notices],
    fetchedAt: new Date(fetchedAt).toISOString(),
  };
}
