// Coming into a space by a code or by a link, and asking how things stand while one waits.

import { createRoute, type z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { readCode } from "#domain/join-code.ts";
import type { Person } from "#domain/person.ts";
import { becomeGuest, identify, rename } from "../accounts/sessions.ts";
import { openSession } from "../accounts/sign-in.ts";
import { findInvite, type OpenSpace } from "../store/entrances.ts";
import { isGuest } from "../store/members.ts";
import { takeSeat } from "../store/seats.ts";
import { askedBy, stopWaiting } from "../store/waiting-room.ts";
import { type Entrance, findByCode, letIn, noSuchInvite } from "./come-in.ts";
import { callerKey, limit } from "./guard.ts";
import { Problem, problems } from "./problem.ts";
import { asksNothing, asksSession } from "./registry.ts";
import type { Api, ApiEnvironment, Services } from "./services.ts";
import { setCookies } from "./session-answer.ts";
import { joinedShape, joiningShape, joinsShape, waitsShape } from "./space-shapes.ts";

const join = createRoute({
  ...asksNothing,
  method: "post",
  path: "/api/joins",
  summary: "Come into a space by its code or by a link",
  description: "Whoever has no session becomes a guest, where guests are allowed.",
  request: {
    body: { content: { "application/json": { schema: joiningShape } }, required: true },
  },
  responses: {
    200: {
      description: "The caller is in; a new session is in the cookie.",
      content: { "application/json": { schema: joinedShape } },
    },
    202: {
      description: "The caller waits until an editor lets them in.",
      content: { "application/json": { schema: waitsShape } },
    },
    ...problems(400, 403, 404, 429),
  },
});

const list = createRoute({
  ...asksSession,
  method: "get",
  path: "/api/joins",
  summary: "What became of the caller's asking to come in",
  responses: {
    200: {
      description: "The latest first.",
      content: { "application/json": { schema: joinsShape } },
    },
    ...problems(401),
  },
});

export function addJoinRoutes(api: Api, services: Services): void {
  const { database, limits, now } = services;

  api.openapi(join, async (context) => {
    limit(limits.joins, callerKey(context), now());
    const wanted = context.req.valid("json");
    const moved = "code" in wanted ? await takeSeatBy(services, context, wanted.code) : null;
    if (moved !== null) return context.json({ space: moved }, 200);
    const entrance = await findEntrance(services, context, wanted);
    const { spaceId, name } = entrance.space;
    const person = await whoComes(services, context, entrance.space, wanted.name ?? null);
    const waits = await letIn(services, entrance, person);
    if (waits !== null) return context.json({ waits }, 202);
    return context.json({ space: { id: spaceId, name } }, 200);
  });

  api.openapi(list, async (context) => {
    const asked = await askedBy(database, context.var.person.id);
    const joins = asked.map(({ id, state, spaceId }) => ({ id, state, space: spaceId }));
    return context.json({ joins }, 200);
  });
}

/** The entrance that a code or a link opens. Ends the request with 404 when it opens none. */
async function findEntrance(
  services: Services,
  context: Context<ApiEnvironment>,
  wanted: z.infer<typeof joiningShape>,
): Promise<Entrance> {
  if (!("token" in wanted)) return await findByCode(services, context, wanted.code);
  const invite = await findInvite(services.database, wanted.token, services.now());
  if (invite === null) throw noSuchInvite();
  return { space: invite, waits: false, invite };
}

/** Has the caller take the seat that a code is for; null when it is for none. */
async function takeSeatBy(
  services: Services,
  context: Context<ApiEnvironment>,
  typed: string,
): Promise<{ readonly id: string; readonly name: string } | null> {
  const { auth, database, guesses, now } = services;
  const code = readCode(typed);
  // where somebody tries codes, none leads to a seat that is taken
  if (code === null || guesses.areMany(callerKey(context), now())) return null;
  const seat = await takeSeat(database, code, now());
  if (seat === null) return null;
  const { headers } = context.req.raw;
  const before = await identify(auth, headers);
  if (before !== null && (await isGuest(database, before.id))) {
    await stopWaiting(database, before.id);
  }
  const { cookies } = await openSession(services, headers, seat.userId);
  setCookies(context, cookies);
  await services.onAccessChange();
  return { id: seat.spaceId, name: seat.spaceName };
}

/** The caller, or a new guest under `name`. Ends the request with 403 where guests are not allowed. */
async function whoComes(
  services: Services,
  context: Context<ApiEnvironment>,
  space: OpenSpace,
  name: string | null,
): Promise<Person> {
  const { auth, database } = services;
  const known = await identify(auth, context.req.raw.headers);
  const isKnownGuest = known === null || (await isGuest(database, known.id));
  if (isKnownGuest && !space.guestsAllowed) {
    throw new Problem(
      403,
      "This space is for people with an account. Make one, or sign in to yours.",
      { code: "account-needed" },
    );
  }
  if (known !== null) return isKnownGuest ? await rename(auth, known, name) : known;
  const { person, cookies } = await becomeGuest(services, name);
  setCookies(context, cookies);
  return person;
}
