// The people of a space: who is here, as what, and how far.

import { randomInt } from "node:crypto";
import { createRoute, z } from "@hono/zod-openapi";
import { newCode } from "#domain/join-code.ts";
import type { Role } from "#domain/person.ts";
import { reaches } from "../access/authorize.ts";
import { changeRole, roleIn } from "../store/members.ts";
import { removeMember } from "../store/removals.ts";
import { keepSeatCode, mayMoveSeat } from "../store/seats.ts";
import { demand, limit, requirePerson, type SpaceMember } from "./guard.ts";
import { membersSeen } from "./members-seen.ts";
import { hideAll, progressIn } from "./people-work.ts";
import { Problem, problems } from "./problem.ts";
import { asksInSpace } from "./registry.ts";
import type { Api, Services } from "./services.ts";
import {
  hidingAllShape,
  membersShape,
  openCodeShape,
  progressShape,
  roleShape,
} from "./space-shapes.ts";

const inSpace = z.object({ spaceId: z.string() });
const somebody = z.object({ spaceId: z.string(), userId: z.string() });

const list = createRoute({
  ...asksInSpace("space.read"),
  method: "get",
  path: "/api/spaces/{spaceId}/members",
  summary: "Who is in a space",
  request: { params: inSpace },
  responses: {
    200: {
      description: "Those who came first first.",
      content: { "application/json": { schema: membersShape } },
    },
    ...problems(401, 404),
  },
});

const progress = createRoute({
  ...asksInSpace("progress.read"),
  method: "get",
  path: "/api/spaces/{spaceId}/progress",
  summary: "How much each member has written, and when last",
  request: { params: inSpace },
  responses: {
    200: {
      description: "Those who have written something.",
      content: { "application/json": { schema: progressShape } },
    },
    ...problems(401, 403, 404, 503),
  },
});

const change = createRoute({
  ...asksInSpace("member.change"),
  method: "patch",
  path: "/api/spaces/{spaceId}/members/{userId}",
  summary: "Give a member another role",
  request: {
    params: somebody,
    body: { content: { "application/json": { schema: roleShape } }, required: true },
  },
  responses: {
    204: { description: "They have it." },
    ...problems(400, 401, 403, 404, 409),
  },
});

const remove = createRoute({
  ...asksInSpace("space.leave"),
  method: "delete",
  path: "/api/spaces/{spaceId}/members/{userId}",
  summary: "Take a member out of a space, or leave it oneself",
  description: "What they wrote stays.",
  request: { params: somebody },
  responses: {
    204: { description: "They are out, and their sockets are closed." },
    ...problems(401, 403, 404, 409),
  },
});

const HIDING = "/api/spaces/{spaceId}/members/{userId}/hiding";
const hiddenAnswer = {
  200: {
    description: "How many annotations and replies that were.",
    content: { "application/json": { schema: z.object({ changed: z.int() }) } },
  },
  ...problems(400, 401, 403, 404, 503),
};

const hide = createRoute({
  ...asksInSpace("annotation.hide"),
  method: "put",
  path: HIDING,
  summary: "Hide all that a member has written so far",
  request: {
    params: somebody,
    body: { content: { "application/json": { schema: hidingAllShape } }, required: true },
  },
  responses: hiddenAnswer,
});

const show = createRoute({
  ...asksInSpace("annotation.hide"),
  method: "delete",
  path: HIDING,
  summary: "Show everything again that a member has written",
  request: { params: somebody },
  responses: hiddenAnswer,
});

const moveSeat = createRoute({
  ...asksInSpace("member.change"),
  method: "post",
  path: "/api/spaces/{spaceId}/members/{userId}/seat",
  summary: "Make a code by which a guest goes on in another browser",
  description: "It is good once and for ten minutes. Whoever uses it is that guest from then on.",
  request: { params: somebody },
  responses: {
    200: {
      description: "The code, told this once.",
      content: { "application/json": { schema: openCodeShape } },
    },
    ...problems(401, 403, 404, 409, 429),
  },
});

export function addPeopleRoutes(api: Api, services: Services): void {
  const { database, now } = services;

  api.openapi(list, async (context) => {
    const members = await membersSeen(database, context.var.member);
    const answer = members.map(({ joinedAt, ...member }) => ({
      ...member,
      joinedAt: new Date(joinedAt).toISOString(),
    }));
    return context.json({ members: answer }, 200);
  });

  api.openapi(progress, async (context) => {
    const people = await progressIn(services, context.req.valid("param").spaceId);
    const answer = [...people].map(([id, { lastAt, ...counts }]) => ({
      ...{ id, ...counts },
      lastAt: new Date(lastAt).toISOString(),
    }));
    return context.json({ people: answer }, 200);
  });

  api.openapi(change, async (context) => {
    const seat = context.req.valid("param");
    const { member } = context.var;
    const { role } = context.req.valid("json");
    await demandOver(services, member, seat.userId);
    demandReach(member, role);
    const by = { userId: member.userId, at: now() };
    if (!(await changeRole(database, seat, role, by))) throw lastOwner();
    await services.onAccessChange();
    return context.body(null, 204);
  });

  api.openapi(remove, async (context) => {
    const seat = context.req.valid("param");
    const { member } = context.var;
    if (seat.userId !== member.userId) await demandOver(services, member, seat.userId);
    const by = { userId: member.userId, at: now() };
    if (!(await removeMember(database, seat, by))) throw lastOwner();
    await services.onAccessChange();
    return context.body(null, 204);
  });

  addHidingRoutes(api, services);
  addSeatRoute(api, services);
}

function addHidingRoutes(api: Api, services: Services): void {
  const { now } = services;

  api.openapi(hide, async (context) => {
    const { spaceId, userId } = context.req.valid("param");
    await demandOver(services, context.var.member, userId);
    const by = context.var.member.userId;
    const hiding = { by, at: now(), reason: context.req.valid("json").reason };
    return context.json({ changed: await hideAll(services, { spaceId, userId, by, hiding }) }, 200);
  });

  api.openapi(show, async (context) => {
    const seat = context.req.valid("param");
    await demandOver(services, context.var.member, seat.userId);
    const by = context.var.member.userId;
    return context.json({ changed: await hideAll(services, { ...seat, by, hiding: null }) }, 200);
  });
}

function addSeatRoute(api: Api, services: Services): void {
  const { database, limits, now } = services;

  api.openapi(moveSeat, async (context) => {
    const seat = context.req.valid("param");
    const { userId } = context.var.member;
    // by the code one gets a session of the guest's, which reaches further than a token may
    await requirePerson(services, context);
    await demandOver(services, context.var.member, seat.userId);
    limit(limits.invites, userId, now());
    if (!(await mayMoveSeat(database, seat.userId, userId))) {
      throw new Problem(409, "Only a guest whose every space is yours can be moved from here.", {
        code: "seat-elsewhere",
      });
    }
    const code = newCode((count) => randomInt(count));
    const expiresAt = await keepSeatCode(database, seat, code, { userId, at: now() });
    return context.json({ code, expiresAt: new Date(expiresAt).toISOString() }, 200);
  });
}

/** Ends the request with 404 when there is no such member, with 403 when the caller is not above them. */
export async function demandOver(
  { database }: Services,
  { space, ...actor }: SpaceMember,
  userId: string,
): Promise<Role> {
  const role = await roleIn(database, space.id, userId);
  if (role === null) throw new Problem(404, "There is no such member. They may have left.");
  demand(actor, "member.change", { type: "member", role });
  return role;
}

/** Ends the request with 403 when the caller would give away more than they have. */
export function demandReach(actor: SpaceMember, role: Role): void {
  if (reaches(actor, role)) return;
  throw new Problem(403, "You cannot give a role that is higher than your own.", {
    code: "role-too-high",
  });
}

const lastOwner = (): Problem =>
  new Problem(409, "A space needs an owner. Make somebody else its owner first.", {
    code: "last-owner",
  });
