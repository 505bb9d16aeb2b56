// What editors let people in by: links, and the code of the class.

import { randomInt } from "node:crypto";
import { createRoute, z } from "@hono/zod-openapi";
import { CODE_DAYS, newCode } from "#domain/join-code.ts";
import { closeCode, openCode } from "../store/class-codes.ts";
import { invitesOf, makeInvite } from "../store/entrances.ts";
import { personalInvitesOf } from "../store/personal-invites.ts";
import { revokeInvite } from "../store/revoked-invites.ts";
import { limit } from "./guard.ts";
import { demandReach } from "./people-routes.ts";
import { Problem, problems } from "./problem.ts";
import { asksInSpace } from "./registry.ts";
import type { Api, Services } from "./services.ts";
import {
  invitesShape,
  madeInviteShape,
  newCodeShape,
  newInviteShape,
  openCodeShape,
} from "./space-shapes.ts";

const DAY = 24 * 60 * 60_000;

const inSpace = z.object({ spaceId: z.string() });

const list = createRoute({
  ...asksInSpace("invite.make"),
  method: "get",
  path: "/api/spaces/{spaceId}/invites",
  summary: "The links that lead into a space",
  request: { params: inSpace },
  responses: {
    200: {
      description:
        "Those that are still good: for one address each, then the others; the latest first.",
      content: { "application/json": { schema: invitesShape } },
    },
    ...problems(401, 403, 404),
  },
});

const make = createRoute({
  ...asksInSpace("invite.make"),
  method: "post",
  path: "/api/spaces/{spaceId}/invites",
  summary: "Make a link that leads into a space",
  request: {
    params: inSpace,
    body: { content: { "application/json": { schema: newInviteShape } }, required: true },
  },
  responses: {
    201: {
      description: "The link is good.",
      content: { "application/json": { schema: madeInviteShape } },
    },
    ...problems(400, 401, 403, 404, 429),
  },
});

const revoke = createRoute({
  ...asksInSpace("invite.make"),
  method: "delete",
  path: "/api/spaces/{spaceId}/invites/{inviteId}",
  summary: "Make a link lead nowhere",
  request: { params: z.object({ spaceId: z.string(), inviteId: z.string() }) },
  responses: { 204: { description: "It does." }, ...problems(401, 403, 404) },
});

const open = createRoute({
  ...asksInSpace("invite.make"),
  method: "post",
  path: "/api/spaces/{spaceId}/code",
  summary: "Open a space by a new code; the one before is closed",
  request: {
    params: inSpace,
    body: { content: { "application/json": { schema: newCodeShape } }, required: true },
  },
  responses: {
    200: {
      description: "The code.",
      content: { "application/json": { schema: openCodeShape } },
    },
    ...problems(400, 401, 403, 404, 429),
  },
});

const close = createRoute({
  ...asksInSpace("invite.make"),
  method: "delete",
  path: "/api/spaces/{spaceId}/code",
  summary: "Close the code",
  request: { params: inSpace },
  responses: { 204: { description: "It is closed." }, ...problems(401, 403, 404) },
});

export function addInviteRoutes(api: Api, services: Services): void {
  const { database, limits, now } = services;

  api.openapi(list, async (context) => {
    const { spaceId } = context.req.valid("param");
    const links = await invitesOf(database, spaceId, now());
    const personal = await personalInvitesOf(database, spaceId, now());
    const invites = [
      ...personal.map((invite) => ({ ...invite, usesLeft: 1 })),
      ...links.map((link) => ({ ...link, email: null, unsent: false })),
    ];
    const answer = invites.map(({ expiresAt, ...invite }) => ({
      ...invite,
      expiresAt: new Date(expiresAt).toISOString(),
    }));
    return context.json({ invites: answer }, 200);
  });

  api.openapi(make, async (context) => {
    const { member } = context.var;
    const { role, days, uses } = context.req.valid("json");
    demandReach(member, role);
    limit(limits.invites, member.userId, now());
    const { spaceId } = context.req.valid("param");
    const wanted = { spaceId, role, uses, expiresAt: now() + days * DAY };
    const by = { userId: member.userId, at: now() };
    return context.json(await makeInvite(database, wanted, by), 201);
  });

  api.openapi(revoke, async (context) => {
    const { spaceId, inviteId } = context.req.valid("param");
    const by = { userId: context.var.member.userId, at: now() };
    const which = { spaceId, id: inviteId };
    if (!(await revokeInvite(database, which, by))) {
      throw new Problem(404, "There is no such link any more.", { code: "no-such-invite" });
    }
    return context.body(null, 204);
  });

  api.openapi(open, async (context) => {
    const { userId } = context.var.member;
    limit(limits.invites, userId, now());
    const { days = CODE_DAYS } = context.req.valid("json");
    const { spaceId } = context.req.valid("param");
    const code = newCode((count) => randomInt(count));
    const expiresAt = now() + days * DAY;
    await openCode(database, spaceId, { code, expiresAt }, { userId, at: now() });
    return context.json({ code, expiresAt: new Date(expiresAt).toISOString() }, 200);
  });

  api.openapi(close, async (context) => {
    const { userId } = context.var.member;
    await closeCode(database, context.req.valid("param").spaceId, { userId, at: now() });
    return context.body(null, 204);
  });
}
