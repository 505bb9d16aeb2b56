// What the caller thinks of an annotation: a vote, and another label that would suit it better.

import { createRoute } from "@hono/zod-openapi";
import { ANNOTATION_PATH, annotationParams, changeThere } from "./annotation-there.ts";
import { checkedLabelling } from "./checked-labelling.ts";
import { demand } from "./guard.ts";
import { proposeLabel, vote } from "./own-talk.ts";
import { problems } from "./problem.ts";
import { asksAtArticle } from "./registry.ts";
import type { Api, Services } from "./services.ts";
import { annotationShape } from "./shapes.ts";
import { proposalShape, voteShape } from "./talk-shapes.ts";

const answers = {
  200: {
    description: "The annotation as it is now.",
    content: { "application/json": { schema: annotationShape } },
  },
  ...problems(400, 401, 403, 404, 422, 429, 503),
};

const castVote = createRoute({
  ...asksAtArticle("layer.write"),
  method: "put",
  path: `${ANNOTATION_PATH}/vote`,
  summary: "Vote on an annotation",
  request: {
    params: annotationParams,
    body: { content: { "application/json": { schema: voteShape } }, required: true },
  },
  responses: answers,
});

const takeBackVote = createRoute({
  ...asksAtArticle("layer.write"),
  method: "delete",
  path: `${ANNOTATION_PATH}/vote`,
  summary: "Take one's vote back",
  request: { params: annotationParams },
  responses: answers,
});

const propose = createRoute({
  ...asksAtArticle("annotation.propose"),
  method: "put",
  path: `${ANNOTATION_PATH}/proposal`,
  summary: "Propose another label; the author decides",
  request: {
    params: annotationParams,
    body: { content: { "application/json": { schema: proposalShape } }, required: true },
  },
  responses: answers,
});

const takeBackProposal = createRoute({
  ...asksAtArticle("layer.write"),
  method: "delete",
  path: `${ANNOTATION_PATH}/proposal`,
  summary: "Take one's proposal back",
  request: { params: annotationParams },
  responses: answers,
});

export function addOpinionRoutes(api: Api, services: Services): void {
  api.openapi(castVote, async (context) => {
    const wanted = context.req.valid("json");
    const answer = await changeThere(services, context, context.req.valid("param"), (there) =>
      vote(there, wanted.vote),
    );
    return context.json(answer, 200);
  });

  api.openapi(takeBackVote, async (context) => {
    const answer = await changeThere(services, context, context.req.valid("param"), (there) =>
      vote(there, null),
    );
    return context.json(answer, 200);
  });

  api.openapi(propose, async (context) => {
    const { kind, label } = context.req.valid("json");
    const answer = await changeThere(
      services,
      context,
      context.req.valid("param"),
      async (there) => {
        const { author } = there.annotation;
        demand(there.actor, "annotation.propose", { type: "annotation", author });
        await proposeLabel(there, checkedLabelling(there.scheme, { kind, label }));
      },
    );
    return context.json(answer, 200);
  });

  api.openapi(takeBackProposal, async (context) => {
    const answer = await changeThere(services, context, context.req.valid("param"), (there) =>
      proposeLabel(there, null),
    );
    return context.json(answer, 200);
  });
}
