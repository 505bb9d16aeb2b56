// Who sees whose annotations on an article: set by its editors, effective at once for all who are there.

import { createRoute, z } from "@hono/zod-openapi";
import { switchVisibility } from "../store/sharing.ts";
import { visit } from "./guard.ts";
import { problems } from "./problem.ts";
import { asksAtArticle } from "./registry.ts";
import type { Api, Services } from "./services.ts";
import { visibilityShape } from "./shapes.ts";

const share = createRoute({
  ...asksAtArticle("article.share"),
  method: "put",
  path: "/api/articles/{articleId}/visibility",
  summary: "Set who sees whose annotations on an article; null: as its space has it",
  request: {
    params: z.object({ articleId: z.string() }),
    body: {
      content: {
        "application/json": {
          schema: z.strictObject({ visibility: visibilityShape.nullable() }),
        },
      },
      required: true,
    },
  },
  responses: {
    200: {
      description:
        "What holds now. Those who are there see no more, and no less, when this is answered.",
      content: { "application/json": { schema: z.object({ visibility: visibilityShape }) } },
    },
    ...problems(400, 401, 403, 404),
  },
});

export function addSharingRoutes(api: Api, services: Services): void {
  const { database, onAccessChange, now } = services;

  api.openapi(share, async (context) => {
    const { article, actor } = context.var.visit;
    const { visibility } = context.req.valid("json");
    const switching = { article: article.id, space: article.space.id, by: actor.userId };
    await switchVisibility(database, switching, visibility, now());
    await onAccessChange();
    const { sight } = await visit(services, context, article.id);
    return context.json({ visibility: sight.sharing.visibility }, 200);
  });
}
