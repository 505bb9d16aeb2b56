// Coming in, being known, leaving.

import { createRoute, z } from "@hono/zod-openapi";
import { makeAccount, obstacleFor } from "../accounts/new-account.ts";
import { becomeOwner } from "../accounts/owners.ts";
import {
  type Entrance,
  enterAsGuest,
  identify,
  identifyAndProlong,
  leave,
} from "../accounts/sessions.ts";
import { openSession } from "../accounts/sign-in.ts";
import { obstacleProblem, refuseObstacle } from "./account-routes.ts";
import { callerKey, limit } from "./guard.ts";
import { Problem, problems } from "./problem.ts";
import { asksNothing } from "./registry.ts";
import type { Api, Services } from "./services.ts";
import { setCookies, userAnswer } from "./session-answer.ts";
import { guestShape, ownerShape, personShape } from "./shapes.ts";

const guests = createRoute({
  ...asksNothing,
  method: "post",
  path: "/api/guests",
  summary: "Come in as a guest, or change the name of the guest one is",
  request: { body: { content: { "application/json": { schema: guestShape } } } },
  responses: {
    200: userAnswer("The caller was here before."),
    201: userAnswer("A new guest; the session is in the cookie."),
    ...problems(400, 403, 429),
  },
});

const session = createRoute({
  ...asksNothing,
  method: "get",
  path: "/api/session",
  summary: "Who the caller is",
  responses: {
    200: {
      description: "The person of the session, or null without one.",
      content: { "application/json": { schema: z.object({ user: personShape.nullable() }) } },
    },
  },
});

const goodbye = createRoute({
  ...asksNothing,
  method: "delete",
  path: "/api/session",
  summary: "End the session",
  responses: { 204: { description: "The session is over." }, ...problems(403) },
});

const owner = createRoute({
  ...asksNothing,
  method: "post",
  path: "/api/owner",
  summary: "Become the owner, with the token of the link on the server's console",
  request: { body: { content: { "application/json": { schema: ownerShape } }, required: true } },
  responses: { 200: userAnswer("The caller owns all spaces."), ...problems(400, 403, 409, 429) },
});

export function addSessionRoutes(api: Api, services: Services): void {
  const { auth, database, limits, now } = services;

  api.openapi(guests, async (context) => {
    limit(limits.guests, callerKey(context), now());
    const { name = null } = context.req.valid("json");
    const entrance = await enterAsGuest(services, context.req.raw.headers, { name, now: now() });
    setCookies(context, entrance.cookies);
    return context.json({ user: entrance.person }, entrance.created ? 201 : 200);
  });

  api.openapi(session, async (context) => {
    const { headers } = context.req.raw;
    // only a browser can keep the longer cookie; pages ask without this header
    if (!headers.has("sec-fetch-site")) {
      return context.json({ user: await identify(auth, headers) }, 200);
    }
    const { person, cookies } = await identifyAndProlong(auth, headers);
    setCookies(context, cookies);
    return context.json({ user: person }, 200);
  });

  api.openapi(goodbye, async (context) => {
    setCookies(context, await leave(auth, context.req.raw.headers));
    await services.onAccessChange();
    return context.body(null, 204);
  });

  api.openapi(owner, async (context) => {
    limit(limits.owners, callerKey(context), now());
    const { token, name = null, account } = context.req.valid("json");
    const { headers } = context.req.raw;
    if (!services.ownerLink.isValid(token, now())) throw linkSpent();
    // before the link is used up: whoever mistyped may try again
    if (account !== undefined) refuseObstacle(await obstacleFor(services, headers, account.email));
    if (!services.ownerLink.redeem(token, now())) throw linkSpent();
    const entrance = await enterAsOwner(services, headers, { name, account });
    await becomeOwner(database, entrance.person.id, now());
    await services.onAccessChange();
    setCookies(context, entrance.cookies);
    return context.json({ user: entrance.person }, 200);
  });
}

/** Whoever opens the link gets a new session, with an account when they asked for one. */
async function enterAsOwner(
  services: Services,
  headers: Headers,
  { name, account }: Omit<z.infer<typeof ownerShape>, "token" | "name"> & { name: string | null },
): Promise<Entrance> {
  const now = services.now();
  if (account !== undefined) {
    const made = await makeAccount(services, headers, { name, ...account }, now);
    if (made.ok) return made.entrance;
    throw obstacleProblem(made.obstacle);
  }
  const guest = await enterAsGuest(services, headers, { name, now });
  return guest.created ? guest : await openSession(services, headers, guest.person.id);
}

const linkSpent = (): Problem =>
  new Problem(
    403,
    "This link has been used or is too old. Start Postil again to get a new one on its console.",
    { code: "link-spent" },
  );
