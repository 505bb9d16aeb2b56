// What is decided about an annotation for everybody: its thread is settled, it is hidden from readers.

import { createRoute } from "@hono/zod-openapi";
import {
  readHiding,
  readResolution,
  writeHidden,
  writeResolved,
} from "#domain/talk/article-state.ts";
import { ANNOTATION_PATH, annotationParams, changeThere } from "./annotation-there.ts";
import { decide } from "./decide.ts";
import { problems } from "./problem.ts";
import { asksAtArticle } from "./registry.ts";
import type { Api, Services } from "./services.ts";
import { annotationShape } from "./shapes.ts";
import { hidingShape } from "./talk-shapes.ts";

const answers = {
  200: {
    description: "The annotation as it is now.",
    content: { "application/json": { schema: annotationShape } },
  },
  ...problems(400, 401, 403, 404, 429, 503),
};

const resolve = createRoute({
  ...asksAtArticle("annotation.resolve"),
  method: "put",
  path: `${ANNOTATION_PATH}/resolution`,
  summary: "Settle the thread of an annotation",
  request: { params: annotationParams },
  responses: answers,
});

const reopen = createRoute({
  ...asksAtArticle("annotation.resolve"),
  method: "delete",
  path: `${ANNOTATION_PATH}/resolution`,
  summary: "Open a settled thread again",
  request: { params: annotationParams },
  responses: answers,
});

const hide = createRoute({
  ...asksAtArticle("annotation.hide"),
  method: "put",
  path: `${ANNOTATION_PATH}/hiding`,
  summary: "Hide an annotation, with a reason that everybody can read",
  request: {
    params: annotationParams,
    body: { content: { "application/json": { schema: hidingShape } }, required: true },
  },
  responses: answers,
});

const show = createRoute({
  ...asksAtArticle("annotation.hide"),
  method: "delete",
  path: `${ANNOTATION_PATH}/hiding`,
  summary: "Show a hidden annotation again",
  request: { params: annotationParams },
  responses: answers,
});

export function addDecisionRoutes(api: Api, services: Services): void {
  api.openapi(resolve, async (context) => {
    const answer = await changeThere(services, context, context.req.valid("param"), (there) =>
      decide(there, "annotation.resolve", (state, { ref, actor, now }) => {
        if (readResolution(state, ref) !== null) return;
        writeResolved(state, ref, { by: actor.userId, at: now });
      }),
    );
    return context.json(answer, 200);
  });

  api.openapi(reopen, async (context) => {
    const answer = await changeThere(services, context, context.req.valid("param"), (there) =>
      decide(there, "annotation.resolve", (state, { ref }) => writeResolved(state, ref, null)),
    );
    return context.json(answer, 200);
  });

  api.openapi(hide, async (context) => {
    const { reason } = context.req.valid("json");
    const answer = await changeThere(services, context, context.req.valid("param"), (there) =>
      decide(there, "annotation.hide", (state, { ref, actor, now }) => {
        if (readHiding(state, ref)?.reason === reason) return;
        writeHidden(state, ref, { by: actor.userId, at: now, reason });
      }),
    );
    return context.json(answer, 200);
  });

  api.openapi(show, async (context) => {
    const answer = await changeThere(services, context, context.req.valid("param"), (there) =>
      decide(there, "annotation.hide", (state, { ref }) => writeHidden(state, ref, null)),
    );
    return context.json(answer, 200);
  });
}
