// Who is in the space of an article, so that they can be mentioned.

import { createRoute, z } from "@hono/zod-openapi";
import { membersOf } from "../store/spaces.ts";
import { demand, visit } from "./guard.ts";
import { problems } from "./problem.ts";
import type { Api, Services } from "./services.ts";
import { personShape } from "./shapes.ts";

/** How many members are told; of a larger space those who came last. */
const MEMBERS = 500;

const list = createRoute({
  method: "get",
  path: "/api/articles/{articleId}/members",
  summary: "The members of the article's space",
  request: { params: z.object({ articleId: z.string() }) },
  responses: {
    200: {
      description: `Those who came last first, at most ${MEMBERS}.`,
      content: { "application/json": { schema: z.object({ members: z.array(personShape) }) } },
    },
    ...problems(401, 404),
  },
});

export function addMemberRoutes(api: Api, services: Services): void {
  const { database, visitors } = services;

  api.openapi(list, async (context) => {
    const { article, actor } = await visit(services, context, context.req.valid("param").articleId);
    demand(actor, "space.read", { type: "space" });
    const ids = await membersOf(database, article.space.id, MEMBERS);
    return context.json({ members: [...(await visitors.people(ids))] }, 200);
  });
}
