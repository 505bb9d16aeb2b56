// What a door says before anybody knocks: to an article, and to a space by a link.

import { createRoute, z } from "@hono/zod-openapi";
import { isOpenToAll } from "../store/articles.ts";
import { findInvite } from "../store/entrances.ts";
import { noSuchInvite } from "./come-in.ts";
import { problems } from "./problem.ts";
import { asksNothing } from "./registry.ts";
import type { Api, Services } from "./services.ts";

const toArticle = createRoute({
  ...asksNothing,
  method: "get",
  path: "/api/articles/{articleId}/door",
  summary: "Whether any guest may read an article",
  request: { params: z.object({ articleId: z.string() }) },
  responses: {
    200: {
      description: "Of an article that is not there, the same is told as of one that is not open.",
      content: { "application/json": { schema: z.object({ isOpen: z.boolean() }) } },
    },
  },
});

const byLink = createRoute({
  ...asksNothing,
  method: "get",
  path: "/api/joins/links/{token}",
  summary: "What a link into a space asks of whoever has it",
  request: { params: z.object({ token: z.string().max(64) }) },
  responses: {
    200: {
      description: "The link is good.",
      content: {
        "application/json": {
          schema: z.object({
            wantsAccount: z.boolean().openapi({ description: "Whether guests stay outside." }),
          }),
        },
      },
    },
    ...problems(404),
  },
});

export function addDoorRoutes(api: Api, { database, now }: Services): void {
  api.openapi(toArticle, async (context) => {
    const { articleId } = context.req.valid("param");
    return context.json({ isOpen: await isOpenToAll(database, articleId) }, 200);
  });

  api.openapi(byLink, async (context) => {
    const invite = await findInvite(database, context.req.valid("param").token, now());
    if (invite === null) throw noSuchInvite();
    return context.json({ wantsAccount: !invite.guestsAllowed }, 200);
  });
}
