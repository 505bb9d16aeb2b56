// What editors decide about a reply: it is hidden from readers, or shown again.

import { createRoute, z } from "@hono/zod-openapi";
import { refTo } from "#domain/annotation/annotation-ref.ts";
import { type Hiding, readReplyHiding, writeReplyHidden } from "#domain/talk/article-state.ts";
import type { Reply } from "#domain/talk/talk.ts";
import type { Sight } from "../access/sight.ts";
import type { LiveArticle } from "../rooms/live-article.ts";
import { answerReply } from "./annotation-answer.ts";
import { writeDecision } from "./decide.ts";
import { type AtArticle, demand, visitToWrite } from "./guard.ts";
import { Problem, problems } from "./problem.ts";
import { asksAtArticle } from "./registry.ts";
import type { Api, Services } from "./services.ts";
import { hidingShape, replyShape } from "./talk-shapes.ts";

const PATH = "/api/articles/{articleId}/replies/{author}/{replyId}/hiding";

const params = z.object({
  articleId: z.string(),
  author: z.string().openapi({ description: "The user id of who replied." }),
  replyId: z.string(),
});

const answers = {
  200: {
    description: "The reply as it is now.",
    content: { "application/json": { schema: replyShape } },
  },
  ...problems(400, 401, 403, 404, 429, 503),
};

const hide = createRoute({
  ...asksAtArticle("reply.hide"),
  method: "put",
  path: PATH,
  summary: "Hide a reply, with a reason that everybody can read",
  request: {
    params,
    body: { content: { "application/json": { schema: hidingShape } }, required: true },
  },
  responses: answers,
});

const show = createRoute({
  ...asksAtArticle("reply.hide"),
  method: "delete",
  path: PATH,
  summary: "Show a hidden reply again",
  request: { params },
  responses: answers,
});

export function addReplyHidingRoutes(api: Api, services: Services): void {
  api.openapi(hide, async (context) => {
    const { reason } = context.req.valid("json");
    const answer = await decideReply(services, context, context.req.valid("param"), (by) => ({
      ...{ by, reason },
      at: services.now(),
    }));
    return context.json(answer, 200);
  });

  api.openapi(show, async (context) => {
    const answer = await decideReply(services, context, context.req.valid("param"), () => null);
    return context.json(answer, 200);
  });
}

/** Hides a reply as `hidingBy` the caller, or shows it; the same reason again changes nothing. Answered with the reply. */
async function decideReply(
  services: Services,
  context: AtArticle,
  { author, replyId }: z.infer<typeof params>,
  hidingBy: (userId: string) => Hiding | null,
) {
  const { article, actor, sight } = visitToWrite(services, context);
  const ref = refTo(author, replyId);
  const hiding = hidingBy(actor.userId);
  return await services.rooms.use(article.id, async (live) => {
    const reply = replyThere(live, sight, { author, id: replyId });
    demand(actor, "reply.hide", { type: "reply", author });
    await writeDecision(live, (state) => {
      const before = readReplyHiding(state, ref);
      if (before?.reason !== hiding?.reason) writeReplyHidden(state, ref, hiding);
    });
    return await answerReply(live, reply, { sight, visitors: services.visitors });
  });
}

/** Ends the request with 404 when the actor sees no such reply. */
function replyThere(
  live: LiveArticle,
  { sees }: Sight,
  { author, id }: Pick<Reply, "author" | "id">,
): Reply {
  const talk = live.talk((owner) => owner === author && sees(owner)).get(author);
  const reply = talk?.replies.find((each) => each.id === id);
  if (!reply) throw new Problem(404, "There is no such reply. It may be deleted.");
  return reply;
}
