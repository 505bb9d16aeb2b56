// Bringing back, for a while, what was taken away in a space.

import { createRoute, z } from "@hono/zod-openapi";
import { returnCode } from "../store/class-codes.ts";
import { roleIn } from "../store/members.ts";
import { returnMember, roleOfRemoved } from "../store/removals.ts";
import { returnInvite } from "../store/revoked-invites.ts";
import { demand } from "./guard.ts";
import { demandOver } from "./people-routes.ts";
import { Problem, problems } from "./problem.ts";
import { asksInSpace } from "./registry.ts";
import type { Api, Services } from "./services.ts";
import { openCodeShape } from "./space-shapes.ts";

const returnPerson = createRoute({
  ...asksInSpace("member.change"),
  method: "post",
  path: "/api/spaces/{spaceId}/members/{userId}/return",
  summary: "Bring back a member who was removed less than ten minutes ago",
  description:
    "They are what they were, and go on where they were signed in. Who is in already stays what they are.",
  request: { params: z.object({ spaceId: z.string(), userId: z.string() }) },
  responses: { 204: { description: "They are in." }, ...problems(401, 403, 404) },
});

const returnLink = createRoute({
  ...asksInSpace("invite.make"),
  method: "post",
  path: "/api/spaces/{spaceId}/invites/{inviteId}/return",
  summary: "Bring back a link that was revoked less than ten minutes ago",
  description: "It leads to as many, and for as long, as it would have.",
  request: { params: z.object({ spaceId: z.string(), inviteId: z.string() }) },
  responses: { 204: { description: "It leads into the space." }, ...problems(401, 403, 404) },
});

const returnOpenCode = createRoute({
  ...asksInSpace("invite.make"),
  method: "post",
  path: "/api/spaces/{spaceId}/code/return",
  summary: "Open a code again that was closed or replaced less than ten minutes ago",
  description:
    "What was opened in its place is closed. It is refused when somebody did more since.",
  request: {
    params: z.object({ spaceId: z.string() }),
    body: {
      content: { "application/json": { schema: z.strictObject({ code: z.string() }) } },
      required: true,
    },
  },
  responses: {
    200: {
      description: "The code, with the end that it had.",
      content: { "application/json": { schema: openCodeShape } },
    },
    ...problems(400, 401, 403, 404),
  },
});

export function addReturnRoutes(api: Api, services: Services): void {
  const { database, now } = services;

  api.openapi(returnPerson, async (context) => {
    const seat = context.req.valid("param");
    const { member } = context.var;
    const role = await roleOfRemoved(database, seat, now());
    if (role === null) {
      if ((await roleIn(database, seat.spaceId, seat.userId)) === null) throw tooLate();
      // who asks twice has it already
      await demandOver(services, member, seat.userId);
      return context.body(null, 204);
    }
    demand(member, "member.change", { type: "member", role });
    const by = { userId: member.userId, at: now() };
    if (!(await returnMember(database, { ...seat, role }, by))) throw tooLate();
    await services.onAccessChange();
    return context.body(null, 204);
  });

  api.openapi(returnLink, async (context) => {
    const { spaceId, inviteId: id } = context.req.valid("param");
    const by = { userId: context.var.member.userId, at: now() };
    if (!(await returnInvite(database, { spaceId, id }, by))) throw tooLate();
    return context.body(null, 204);
  });

  api.openapi(returnOpenCode, async (context) => {
    const { spaceId } = context.req.valid("param");
    const which = { spaceId, code: context.req.valid("json").code };
    const by = { userId: context.var.member.userId, at: now() };
    const back = await returnCode(database, which, by);
    if (back === null) throw tooLate();
    return context.json({ ...back, expiresAt: new Date(back.expiresAt).toISOString() }, 200);
  });
}

const tooLate = (): Problem =>
  new Problem(404, "It is too late to take this back. Nothing was changed.", {
    code: "return-spent",
  });
