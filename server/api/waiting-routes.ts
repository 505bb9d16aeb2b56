// The waiting room of a space, as its editors see and empty it; and what was done in the space, for its owners.

import { createRoute, z } from "@hono/zod-openapi";
import { titlesOf } from "../store/articles.ts";
import { actsIn } from "../store/audit.ts";
import { decideWhoComesIn, waitingFor } from "../store/waiting-room.ts";
import { problems } from "./problem.ts";
import { asksInSpace } from "./registry.ts";
import type { Api, Services } from "./services.ts";
import { admissionShape, auditShape, waitingShape } from "./space-shapes.ts";

/** How many acts are told at once. */
const ACTS = 100;

const inSpace = z.object({ spaceId: z.string() });

const waitingAnswer = {
  200: {
    description: "Those who wait, who came first first.",
    content: { "application/json": { schema: waitingShape } },
  },
};

const list = createRoute({
  ...asksInSpace("invite.make"),
  method: "get",
  path: "/api/spaces/{spaceId}/waiting",
  summary: "Who waits to come in",
  request: { params: inSpace },
  responses: { ...waitingAnswer, ...problems(401, 403, 404) },
});

const decide = createRoute({
  ...asksInSpace("invite.make"),
  method: "post",
  path: "/api/spaces/{spaceId}/waiting",
  summary: "Let those in who wait, refuse them, or take a refusal back",
  request: {
    params: inSpace,
    body: { content: { "application/json": { schema: admissionShape } }, required: true },
  },
  responses: { ...waitingAnswer, ...problems(400, 401, 403, 404) },
});

const audit = createRoute({
  ...asksInSpace("audit.read"),
  method: "get",
  path: "/api/spaces/{spaceId}/audit",
  summary: "Who did what in a space",
  request: {
    params: inSpace,
    query: z.object({
      before: z.coerce.number().int().positive().optional().openapi({
        description: "The id of an entry; absent: the latest.",
      }),
    }),
  },
  responses: {
    200: {
      description: `The latest first, at most ${ACTS}.`,
      content: { "application/json": { schema: auditShape } },
    },
    ...problems(400, 401, 403, 404),
  },
});

export function addWaitingRoutes(api: Api, services: Services): void {
  const { database, now } = services;

  const waiting = async (spaceId: string) => {
    const all = await waitingFor(database, spaceId);
    return all.map(({ askedAt, ...person }) => ({
      ...person,
      askedAt: new Date(askedAt).toISOString(),
    }));
  };

  api.openapi(list, async (context) =>
    context.json({ waiting: await waiting(context.req.valid("param").spaceId) }, 200),
  );

  api.openapi(decide, async (context) => {
    const { spaceId } = context.req.valid("param");
    const by = { userId: context.var.member.userId, at: now() };
    await decideWhoComesIn(database, spaceId, context.req.valid("json"), by);
    return context.json({ waiting: await waiting(spaceId) }, 200);
  });

  api.openapi(audit, async (context) => {
    const { before = null } = context.req.valid("query");
    const { spaceId } = context.req.valid("param");
    const acts = await actsIn(database, spaceId, { before, most: ACTS });
    const name = await namesIn(services, acts);
    const entries = acts.map(({ id, at, verb, actorId, subjectId, details }) => ({
      ...{ id, verb, details },
      at: new Date(at).toISOString(),
      actor: name(actorId),
      subject: name(subjectId),
    }));
    return context.json({ entries }, 200);
  });
}

/** Tells the names of those who acted, and of the people and articles that they did something to. */
async function namesIn(
  { database, visitors }: Services,
  acts: readonly { readonly actorId: string | null; readonly subjectId: string | null }[],
) {
  const ids = [...new Set(acts.flatMap(({ actorId, subjectId }) => [actorId, subjectId]))];
  const known = ids.filter((id) => id !== null);
  const people = await visitors.people(known);
  const names = new Map<string, string>(await titlesOf(database, known));
  for (const { id, name } of people) names.set(id, name);
  return (id: string | null) => (id === null ? null : { id, name: names.get(id) ?? null });
}
