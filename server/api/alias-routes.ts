// Who is behind the names by which the members of a space know each other.

import { createRoute, z } from "@hono/zod-openapi";
import { asPeer } from "../access/peer-alias.ts";
import type { Database } from "../store/database.ts";
import { membersIn } from "../store/members.ts";
import { sharingIn } from "../store/sharing.ts";
import { noSuchSpace } from "./guard.ts";
import { problems } from "./problem.ts";
import { asksInSpace } from "./registry.ts";
import type { Api, Services } from "./services.ts";
import { aliasesShape } from "./space-shapes.ts";

const list = createRoute({
  ...asksInSpace("alias.read"),
  method: "get",
  path: "/api/spaces/{spaceId}/aliases",
  summary: "Who is behind which alias",
  request: { params: z.object({ spaceId: z.string() }) },
  responses: {
    200: {
      description: "By alias; nobody where members read each other's names.",
      content: { "application/json": { schema: aliasesShape } },
    },
    ...problems(401, 403, 404),
  },
});

export function addAliasRoutes(api: Api, { database }: Services): void {
  api.openapi(list, async (context) => {
    const { spaceId } = context.req.valid("param");
    return context.json({ aliases: await aliasesIn(database, spaceId) }, 200);
  });
}

async function aliasesIn(database: Database, spaceId: string) {
  const sharing = await sharingIn(database, spaceId);
  if (sharing === null) throw noSuchSpace();
  if (sharing.namesShown) return [];
  const members = await membersIn(database, spaceId);
  return members
    .filter(({ id }) => !sharing.editors.has(id))
    .map(({ id, name, colour }) => {
      const alias = asPeer(spaceId, { id, name, colour: colour ?? 0 }).name;
      return { id, name, alias };
    })
    .sort((a, b) => (a.alias < b.alias ? -1 : 1));
}
