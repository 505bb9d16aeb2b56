// What a person may have: all that is kept of them, and that it goes. Editors may have both for people of
// their space, as far as it was written there.

import { createRoute, z } from "@hono/zod-openapi";
import type { Erased } from "../erasure/eraser.ts";
import { callerKey, limit } from "./guard.ts";
import { demandOver } from "./people-routes.ts";
import { personData } from "./person-data.ts";
import { Problem, problems } from "./problem.ts";
import { asksInSpace, asksSession } from "./registry.ts";
import type { Api, Services } from "./services.ts";

const somebody = z.object({ spaceId: z.string(), userId: z.string() });

const nameShape = z
  .strictObject({
    name: z.string().max(1000).openapi({ description: "The person's name: it is meant." }),
  })
  .openapi("ErasedName");

const named = {
  body: { content: { "application/json": { schema: nameShape } }, required: true },
};

const file = {
  200: {
    description: "A file of JSON.",
    content: { "application/json": { schema: z.record(z.string(), z.unknown()) } },
  },
};

const erased = {
  204: { description: "Nothing of it is on disk any more, and sockets are closed." },
};

const memberData = createRoute({
  ...asksInSpace("member.change"),
  method: "get",
  path: "/api/spaces/{spaceId}/members/{userId}/data",
  summary: "All that a member wrote and did in a space",
  request: { params: somebody },
  responses: { ...file, ...problems(401, 403, 404, 429, 503) },
});

const eraseMember = createRoute({
  ...asksInSpace("member.change"),
  method: "post",
  path: "/api/spaces/{spaceId}/members/{userId}/erasure",
  summary: "Erase a member from a space",
  description:
    "All that they wrote there goes, and cannot be brought back. A guest who is in no other space is gone wholly.",
  request: { params: somebody, ...named },
  responses: { ...erased, ...problems(400, 401, 403, 404, 409, 422, 503) },
});

const ownData = createRoute({
  ...asksSession,
  method: "get",
  path: "/api/person/data",
  summary: "All that is kept of the caller",
  responses: { ...file, ...problems(401, 429, 503) },
});

const eraseOneself = createRoute({
  ...asksSession,
  method: "post",
  path: "/api/person/erasure",
  summary: "Erase oneself, everywhere and for good",
  request: named,
  responses: { ...erased, ...problems(400, 401, 409, 422, 429, 503) },
});

export function addErasureRoutes(api: Api, services: Services): void {
  const { eraser, limits, now } = services;

  api.openapi(memberData, async (context) => {
    const taken = context.req.valid("param");
    limit(limits.takings, context.var.member.userId, now());
    await demandOver(services, context.var.member, taken.userId);
    return context.json({ ...(await personData(services, taken)) }, 200);
  });

  api.openapi(eraseMember, async (context) => {
    const seat = context.req.valid("param");
    const { userId } = context.var.member;
    await demandOver(services, context.var.member, seat.userId);
    await demandName(services, seat.userId, context.req.valid("json").name);
    refuseUnless(await eraser.eraseMember(seat, userId));
    return context.body(null, 204);
  });

  api.openapi(ownData, async (context) => {
    const { id: userId } = context.var.person;
    limit(limits.takings, userId, now());
    return context.json({ ...(await personData(services, { userId, spaceId: null })) }, 200);
  });

  api.openapi(eraseOneself, async (context) => {
    const { id } = context.var.person;
    // it holds everybody up while the files are written anew, and whoever comes as a guest may ask
    limit(limits.erasures, callerKey(context), now());
    await demandName(services, id, context.req.valid("json").name);
    refuseUnless(await eraser.erasePerson(id, id));
    return context.body(null, 204);
  });
}

/** Ends the request with 422 unless this is the person's name. */
async function demandName({ database }: Services, userId: string, typed: string): Promise<void> {
  const { name } = await database
    .selectFrom("user")
    .where("id", "=", userId)
    .select("name")
    .executeTakeFirstOrThrow();
  if (typed.trim() === name.trim()) return;
  throw new Problem(422, "That is not the name. Nobody was erased.", { code: "not-the-name" });
}

function refuseUnless(outcome: Erased): void {
  if (outcome === "erased") return;
  throw new Problem(409, "A space needs an owner. Make somebody else its owner first.", {
    code: "last-owner",
  });
}
