// The sessions of the caller: told, and ended one by one or all at once.

import { createRoute, z } from "@hono/zod-openapi";
import { endSession, endSessions, sessionsOf } from "../accounts/session-list.ts";
import { leave } from "../accounts/sessions.ts";
import { sessionsShape } from "./account-shapes.ts";
import { Problem, problems } from "./problem.ts";
import { asksSession } from "./registry.ts";
import type { Api, Services } from "./services.ts";
import { setCookies } from "./session-answer.ts";

const sessions = createRoute({
  ...asksSession,
  method: "get",
  path: "/api/sessions",
  summary: "The sessions of the caller",
  responses: {
    200: {
      description: "The one used last first.",
      content: { "application/json": { schema: sessionsShape } },
    },
    ...problems(401),
  },
});

const endAll = createRoute({
  ...asksSession,
  method: "delete",
  path: "/api/sessions",
  summary: "Sign out everywhere",
  responses: { 204: { description: "All sessions of the caller are over." }, ...problems(401) },
});

const endOne = createRoute({
  ...asksSession,
  method: "delete",
  path: "/api/sessions/{sessionId}",
  summary: "End one of the caller's sessions",
  request: { params: z.object({ sessionId: z.string() }) },
  responses: { 204: { description: "It is over." }, ...problems(401, 404) },
});

export function addSessionListRoutes(api: Api, services: Services): void {
  const { auth, database, now } = services;

  api.openapi(sessions, async (context) => {
    const { person, session } = context.var;
    const rows = await sessionsOf(database, person.id, now());
    return context.json(
      { sessions: rows.map((row) => ({ ...row, current: row.id === session })) },
      200,
    );
  });

  api.openapi(endAll, async (context) => {
    const { person } = context.var;
    const cookies = await leave(auth, context.req.raw.headers);
    await endSessions(database, person.id);
    await services.onAccessChange();
    setCookies(context, cookies);
    return context.body(null, 204);
  });

  api.openapi(endOne, async (context) => {
    const { person } = context.var;
    const { sessionId } = context.req.valid("param");
    if (!(await endSession(database, person.id, sessionId))) {
      throw new Problem(404, "You have no such session; it may have ended already.");
    }
    await services.onAccessChange();
    return context.body(null, 204);
  });
}
