// Files that other tools have annotated: read, looked at, and taken over into a space.

import { createRoute, z } from "@hono/zod-openapi";
import { newId } from "#domain/id.ts";
import { Lane } from "../import/lane.ts";
import { keepAnnotated } from "../store/annotated-imports.ts";
import { annotatedShape, takeAnnotatedShape, takenShape } from "./annotated-shapes.ts";
import { annotatedIn, bringInAnnotated, told } from "./bring-in.ts";
import { describeAnnotated, sameTextsIn } from "./describe-annotated.ts";
import { limit, sendsFile } from "./guard.ts";
import { fileBody } from "./import-shapes.ts";
import { spaceToFill } from "./new-article.ts";
import { planTaking } from "./plan-taking.ts";
import { Problem, problems } from "./problem.ts";
import { asksInSpace, asksSessionOrToken } from "./registry.ts";
import type { Api, Services } from "./services.ts";
import { takeAnnotated } from "./take-annotated.ts";

/** How many may wait until others have taken over theirs. */
const WAITING = 20;

const read = createRoute({
  ...asksSessionOrToken,
  method: "post",
  path: "/api/annotated-imports",
  summary: "Read a file that another tool has annotated, and keep it for an hour",
  description:
    "One file, or several in a zip, such as an exported project: WebAnno TSV, UIMA CAS as JSON and XMI, brat, CoNLL, spaCy, doccano, Label Studio, Web Annotation, CSV, or Postil's own. DELETE /api/imports/{importId} forgets it.",
  request: {
    query: z.strictObject({ space: z.string().optional() }),
    body: { content: { "*/*": fileBody } },
  },
  responses: {
    201: {
      description: "What is in it. Nothing of it was taken over yet.",
      content: { "application/json": { schema: annotatedShape } },
    },
    ...problems(400, 401, 403, 404, 413, 415, 422, 429, 503),
  },
});

const take = createRoute({
  ...asksInSpace("article.create"),
  method: "post",
  path: "/api/spaces/{spaceId}/annotated-articles",
  summary: "Take over what another tool has annotated, or see what that would do",
  description:
    "New articles, or annotations of articles that are there. All of it is taken over, or nothing. Stand-ins, new labels and new attributes need an editor.",
  request: {
    params: z.object({ spaceId: z.string() }),
    body: { content: { "application/json": { schema: takeAnnotatedShape } }, required: true },
  },
  responses: {
    200: {
      description: "What was taken over. With `preview`, nothing was.",
      content: { "application/json": { schema: takenShape } },
    },
    ...problems(400, 401, 403, 404, 409, 413, 422, 429, 503),
  },
});

export function addAnnotatedRoutes(api: Api, services: Services): void {
  const { database, limits, now } = services;
  // one at a time: what one undoes, another may not have built on
  const lane = new Lane(1, WAITING);

  api.openapi(read, async (context) => {
    const { person, reach } = context.var;
    const caller = { person, reach };
    const space = await spaceToFill(services, caller, context.req.valid("query").space);
    if (!sendsFile(context)) throw new Problem(415, "Send a file, named by X-File-Name.");
    const { annotated, hash } = await bringInAnnotated(services, context, caller);
    const kept = { id: newId(), userId: person.id, annotated, hash, fetchedAt: now() };
    await keepAnnotated(database, kept);
    const there = await sameTextsIn(services, space.id, annotated.articles);
    return context.json(describeAnnotated(kept, there), 201);
  });

  api.openapi(take, async (context) => {
    const { member } = context.var;
    const { preview = false, ...wanted } = context.req.valid("json");
    const kept = await annotatedIn(services, member.userId, wanted.import);
    limit(limits.imports, member.userId, now());
    const work = async () => {
      const plan = await planTaking(services, member, { kept, wanted });
      return await takeAnnotated(services, plan, { preview });
    };
    const taken = preview ? await work() : await told(lane.run(context.req.raw.signal, work));
    return context.json(taken, 200);
  });
}
