// The webhooks of a space, for its owners.

import { createRoute, z } from "@hono/zod-openapi";
import { mayBePublic } from "../import/fetch/gate.ts";
import { postAddress } from "../import/fetch/page-address.ts";
import { LaneFull } from "../import/lane.ts";
import { renewSecret } from "../store/hook-secrets.ts";
import {
  changeHook,
  findHook,
  type HookRow,
  hooksOf,
  makeHook,
  removeHook,
  type Which,
} from "../store/hooks.ts";
import { limit } from "./guard.ts";
import {
  hookChangeShape,
  hookShape,
  hooksShape,
  madeHookShape,
  newHookShape,
  testedShape,
} from "./hook-shapes.ts";
import { Problem, problems } from "./problem.ts";
import { asksInSpace } from "./registry.ts";
import type { Api, Services } from "./services.ts";

const PATH = "/api/spaces/{spaceId}/hooks";

const inSpace = z.object({ spaceId: z.string() });
const oneOf = inSpace.extend({ hookId: z.string() });

const list = createRoute({
  ...asksInSpace("space.edit"),
  method: "get",
  path: PATH,
  summary: "The webhooks of a space, with what was sent last",
  request: { params: inSpace },
  responses: {
    200: {
      description: "The oldest first.",
      content: { "application/json": { schema: hooksShape } },
    },
    ...problems(401, 403, 404),
  },
});

const make = createRoute({
  ...asksInSpace("space.edit"),
  method: "post",
  path: PATH,
  summary: "Have another program told of what happens in a space",
  request: {
    params: inSpace,
    body: { content: { "application/json": { schema: newHookShape } }, required: true },
  },
  responses: {
    201: {
      description: "It is told from now on.",
      content: { "application/json": { schema: madeHookShape } },
    },
    ...problems(400, 401, 403, 404, 422, 429),
  },
});

const change = createRoute({
  ...asksInSpace("space.edit"),
  method: "patch",
  path: `${PATH}/{hookId}`,
  summary: "Change a webhook, switch it off or on, or bring it back",
  request: {
    params: oneOf,
    body: { content: { "application/json": { schema: hookChangeShape } }, required: true },
  },
  responses: {
    200: {
      description: "As it is now.",
      content: { "application/json": { schema: hookShape } },
    },
    ...problems(400, 401, 403, 404, 422, 429),
  },
});

const remove = createRoute({
  ...asksInSpace("space.edit"),
  method: "delete",
  path: `${PATH}/{hookId}`,
  summary: "Remove a webhook",
  request: { params: oneOf },
  responses: { 204: { description: "It is told nothing more." }, ...problems(401, 403, 404) },
});

const renew = createRoute({
  ...asksInSpace("space.edit"),
  method: "post",
  path: `${PATH}/{hookId}/secret`,
  summary: "Give a webhook another secret",
  description: "For 24 hours deliveries are signed with the secret of before, too.",
  request: { params: oneOf },
  responses: {
    200: {
      description: "With the secret that counts from now on.",
      content: { "application/json": { schema: madeHookShape } },
    },
    ...problems(401, 403, 404, 429),
  },
});

const tryOut = createRoute({
  ...asksInSpace("space.edit"),
  method: "post",
  path: `${PATH}/{hookId}/test`,
  summary: "Send a webhook something that says nothing",
  request: { params: oneOf },
  responses: {
    200: {
      description: "What came of it.",
      content: { "application/json": { schema: testedShape } },
    },
    ...problems(401, 403, 404, 429, 503),
  },
});

export function addHookRoutes(api: Api, services: Services): void {
  const { database, limits, now } = services;

  api.openapi(list, async (context) => {
    const hooks = await hooksOf(database, context.req.valid("param").spaceId);
    return context.json({ hooks: hooks.map(answerOf) }, 200);
  });

  api.openapi(make, async (context) => {
    const { userId } = context.var.member;
    const { spaceId } = context.req.valid("param");
    const { url, topics } = context.req.valid("json");
    const wanted = { spaceId, url: checkedAddress(url), topics };
    limit(limits.hooks, userId, now());
    const made = await makeHook(database, wanted, { userId, at: now() });
    if (made === null) throw enough();
    const { id, secret } = made;
    return context.json({ ...answerOf(await there(services, { spaceId, id })), secret }, 201);
  });

  api.openapi(change, async (context) => {
    const { userId } = context.var.member;
    const { spaceId, hookId: id } = context.req.valid("param");
    const wanted = context.req.valid("json");
    const url = wanted.url === undefined ? undefined : checkedAddress(wanted.url);
    limit(limits.hooks, userId, now());
    const outcome = await changeHook(
      database,
      { spaceId, id },
      { ...wanted, url },
      { userId, at: now() },
    );
    if (outcome === "full") throw enough();
    return context.json(answerOf(await there(services, { spaceId, id })), 200);
  });

  api.openapi(remove, async (context) => {
    const { userId } = context.var.member;
    const { spaceId, hookId: id } = context.req.valid("param");
    await there(services, { spaceId, id });
    await removeHook(database, { spaceId, id }, { userId, at: now() });
    return context.body(null, 204);
  });

  api.openapi(renew, async (context) => {
    const { userId } = context.var.member;
    const { spaceId, hookId: id } = context.req.valid("param");
    limit(limits.hooks, userId, now());
    const secret = await renewSecret(database, { spaceId, id }, { userId, at: now() });
    if (secret === null) throw noSuchHook();
    return context.json({ ...answerOf(await there(services, { spaceId, id })), secret }, 200);
  });

  api.openapi(tryOut, async (context) => {
    const { spaceId, hookId: id } = context.req.valid("param");
    await there(services, { spaceId, id });
    limit(limits.hooks, context.var.member.userId, now());
    const outcome = await services.courier.test(id).catch((error: unknown) => {
      throw error instanceof LaneFull ? tooBusy() : error;
    });
    if (outcome === null) throw noSuchHook();
    return context.json(outcome, 200);
  });
}

/** Ends the request with 404 when there is no such webhook in the space. */
async function there({ database }: Services, which: Which): Promise<HookRow> {
  const hook = await findHook(database, which);
  if (hook === null) throw noSuchHook();
  return hook;
}

const noSuchHook = (): Problem =>
  new Problem(404, "There is no such webhook any more.", { code: "no-such-hook" });

const enough = (): Problem =>
  new Problem(422, "A space has at most 5 webhooks. Remove one first.", { code: "hooks-enough" });

const tooBusy = (): Problem =>
  new Problem(503, "Too much is being sent just now. Try again in a moment.", { retryAfter: 5 });

/** The address as it is asked for. Ends the request with 422 for one that can't be of the public web; its name is looked up each time that something is sent. */
function checkedAddress(written: string): string {
  try {
    const url = postAddress(written);
    if (mayBePublic(url)) return url.href;
  } catch {
    // it is none
  }
  throw new Problem(
    422,
    "A webhook goes to an https address of the public web, without a port or a password in it.",
    { code: "hook-address" },
  );
}

const answerOf = ({ madeAt, ended, oldSecretUntil, deliveries, ...hook }: HookRow) => ({
  ...hook,
  topics: [...hook.topics],
  madeAt: isoOf(madeAt),
  ended: ended && { ...ended, at: isoOf(ended.at) },
  oldSecretUntil: oldSecretUntil === null ? null : isoOf(oldSecretUntil),
  deliveries: deliveries.map(
    ({ id, made_at, next_at, events, attempts, state, status, fault }) => ({
      ...{ id, events, attempts, state, status, fault },
      at: isoOf(made_at),
      nextAt: next_at === null ? null : isoOf(next_at),
    }),
  ),
});

const isoOf = (at: number): string => new Date(at).toISOString();
