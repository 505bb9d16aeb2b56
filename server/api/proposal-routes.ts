// The author's answer to another label that an editor proposed.

import { createRoute, z } from "@hono/zod-openapi";
import { answerOne } from "./annotation-answer.ts";
import { visitToWrite } from "./guard.ts";
import { answerProposed } from "./own-annotations.ts";
import { problems } from "./problem.ts";
import { asksAtArticle } from "./registry.ts";
import type { Api, Services } from "./services.ts";
import { annotationShape } from "./shapes.ts";
import { answerShape } from "./talk-shapes.ts";

const answer = createRoute({
  ...asksAtArticle("layer.write"),
  method: "put",
  path: "/api/articles/{articleId}/annotations/{annotationId}/proposals/{proposer}",
  summary: "Accept or decline another label that somebody proposed for an annotation of one's own",
  request: {
    params: z.object({
      articleId: z.string(),
      annotationId: z.string(),
      proposer: z.string().openapi({ description: "The user id of who proposed it." }),
    }),
    body: { content: { "application/json": { schema: answerShape } }, required: true },
  },
  responses: {
    200: {
      description: "The annotation as it is now.",
      content: { "application/json": { schema: annotationShape } },
    },
    ...problems(400, 401, 403, 404, 422, 429, 503),
  },
});

export function addProposalRoutes(api: Api, services: Services): void {
  const { rooms, schemes, visitors } = services;

  api.openapi(answer, async (context) => {
    const { annotationId, proposer } = context.req.valid("param");
    const { accepted } = context.req.valid("json");
    const at = visitToWrite(services, context);
    const { article, sight } = at;
    const { scheme } = await schemes.of(article.space.id);
    const told = await rooms.use(article.id, async (live) => {
      const answered = { proposer, accepted, scheme };
      const placed = await answerProposed(live, at, annotationId, answered);
      return await answerOne(live, placed, { sight, visitors });
    });
    return context.json(told, 200);
  });
}
