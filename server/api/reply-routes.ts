// Replies to annotations.

import { createRoute, z } from "@hono/zod-openapi";
import type { Reply } from "#domain/talk/talk.ts";
import type { Sight } from "../access/sight.ts";
import type { LiveArticle } from "../rooms/live-article.ts";
import { answerReply } from "./annotation-answer.ts";
import { ANNOTATION_PATH, annotationParams, atAnnotation } from "./annotation-there.ts";
import { visitToWrite } from "./guard.ts";
import { changeReply, deleteReply, reply } from "./own-talk.ts";
import { problems } from "./problem.ts";
import { asksAtArticle } from "./registry.ts";
import type { Api, Services } from "./services.ts";
import { newReplyShape, replyShape } from "./talk-shapes.ts";

const ownReply = z.object({ articleId: z.string(), replyId: z.string() });

const newReply = { content: { "application/json": { schema: newReplyShape } }, required: true };

const oneReply = (description: string) => ({
  description,
  content: { "application/json": { schema: replyShape } },
});

const add = createRoute({
  ...asksAtArticle("layer.write"),
  method: "post",
  path: `${ANNOTATION_PATH}/replies`,
  summary: "Reply to an annotation",
  request: { params: annotationParams, body: newReply },
  responses: {
    201: oneReply("It is on disk."),
    ...problems(400, 401, 403, 404, 422, 429, 503),
  },
});

const change = createRoute({
  ...asksAtArticle("layer.write"),
  method: "patch",
  path: "/api/articles/{articleId}/replies/{replyId}",
  summary: "Change a reply of one's own",
  request: { params: ownReply, body: newReply },
  responses: {
    200: oneReply("As it is now."),
    ...problems(400, 401, 403, 404, 422, 429, 503),
  },
});

const remove = createRoute({
  ...asksAtArticle("layer.write"),
  method: "delete",
  path: "/api/articles/{articleId}/replies/{replyId}",
  summary: "Delete a reply of one's own",
  request: { params: ownReply },
  responses: { 204: { description: "It is gone." }, ...problems(401, 403, 404, 429, 503) },
});

export function addReplyRoutes(api: Api, services: Services): void {
  const { rooms, visitors, now } = services;
  const answer = (live: LiveArticle, said: Reply, sight: Sight) =>
    answerReply(live, said, { sight, visitors });

  api.openapi(add, async (context) => {
    const wanted = context.req.valid("json");
    const said = await atAnnotation(services, context, context.req.valid("param"), async (there) =>
      answer(there.live, await reply(there, wanted), there.sight),
    );
    return context.json(said, 201);
  });

  api.openapi(change, async (context) => {
    const { replyId } = context.req.valid("param");
    const wanted = context.req.valid("json");
    const { article, person, sight } = visitToWrite(services, context);
    const said = await rooms.use(article.id, async (live) =>
      answer(
        live,
        await changeReply({ live, userId: person.id, id: replyId }, wanted, now()),
        sight,
      ),
    );
    return context.json(said, 200);
  });

  api.openapi(remove, async (context) => {
    const { replyId } = context.req.valid("param");
    const { article, person } = visitToWrite(services, context);
    await rooms.use(article.id, (live) => deleteReply({ live, userId: person.id, id: replyId }));
    return context.body(null, 204);
  });
}
