// Who is in the space of an article, so that they can be mentioned.

import { createRoute, z } from "@hono/zod-openapi";
import { namedToAll } from "../access/sight.ts";
import { latestMembers } from "../store/members.ts";
import { problems } from "./problem.ts";
import { asksAtArticle } from "./registry.ts";
import type { Api, Services } from "./services.ts";
import { personShape } from "./shapes.ts";

/** How many members are told; of a larger space those who came last. */
const MEMBERS = 500;

const list = createRoute({
  ...asksAtArticle("article.read"),
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
    const { article, sight } = context.var.visit;
    const ids = await latestMembers(database, article.space.id, MEMBERS);
    const people = await visitors.people(ids.filter(sight.sees));
    const members = people.map((person) => {
      const { id, name, colour } = namedToAll(sight, person);
      return { id, name, colour };
    });
    return context.json({ members }, 200);
  });
}
