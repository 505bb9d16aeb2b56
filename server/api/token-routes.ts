// The tokens of a person's scripts: made, listed, revoked. Only by the person: a token makes no tokens.

import { createRoute, z } from "@hono/zod-openapi";
import { ACCESSES } from "../access/reach.ts";
import { makeToken, revokeToken, tokensOf } from "../accounts/tokens.ts";
import { spacesOf } from "../store/spaces.ts";
import { Problem, problems } from "./problem.ts";
import { asksAccount } from "./registry.ts";
import type { Api, Services } from "./services.ts";

/** How many tokens one person may have. */
const TOKENS = 50;

const scope = {
  access: z.enum(ACCESSES).openapi({ description: "`write`: all that an editor may, if one is." }),
  spaces: z
    .array(z.string().max(64))
    .min(1)
    .max(100)
    .nullable()
    .openapi({ description: "The spaces it opens; null: all that one is in." }),
};

const name = z
  .string()
  .max(80)
  .transform((text) => text.toWellFormed().replace(/\s+/gu, " ").trim())
  .refine((text) => text.length > 0, "must not be empty");

const newTokenShape = z.strictObject({ name, ...scope }).openapi("NewToken");

const tokenShape = z.object({
  id: z.string(),
  name: z.string(),
  ...scope,
  created: z.iso.datetime(),
  used: z.iso.datetime().nullable().openapi({ description: "To the day; null: never." }),
});

const list = createRoute({
  ...asksAccount,
  method: "get",
  path: "/api/tokens",
  summary: "The tokens of one's scripts",
  responses: {
    200: {
      description: "The newest first; the tokens themselves are told by nobody any more.",
      content: { "application/json": { schema: z.object({ tokens: z.array(tokenShape) }) } },
    },
    ...problems(401, 403),
  },
});

const make = createRoute({
  ...asksAccount,
  method: "post",
  path: "/api/tokens",
  summary: "Make a token for a script",
  request: {
    body: { content: { "application/json": { schema: newTokenShape } }, required: true },
  },
  responses: {
    201: {
      description: "To be sent as `Authorization: Bearer`. It is told only here.",
      content: {
        "application/json": { schema: z.object({ id: z.string(), token: z.string() }) },
      },
    },
    ...problems(400, 401, 403, 404, 422),
  },
});

const revoke = createRoute({
  ...asksAccount,
  method: "delete",
  path: "/api/tokens/{tokenId}",
  summary: "Make a token worthless",
  request: { params: z.object({ tokenId: z.string() }) },
  responses: {
    204: { description: "It opens nothing any more, and its sockets are closed." },
    ...problems(401, 403, 404),
  },
});

export function addTokenRoutes(api: Api, services: Services): void {
  const { database, now } = services;

  api.openapi(list, async (context) => {
    const tokens = await tokensOf(database, context.var.person.id);
    return context.json({ tokens: tokens.map(told) }, 200);
  });

  api.openapi(make, async (context) => {
    const { person } = context.var;
    const wish = context.req.valid("json");
    await refuseStrangeSpaces(services, person.id, wish.spaces ?? []);
    if ((await tokensOf(database, person.id)).length >= TOKENS) {
      throw new Problem(422, `You have ${TOKENS} tokens. Revoke one first.`);
    }
    return context.json(await makeToken(database, person.id, wish, now()), 201);
  });

  api.openapi(revoke, async (context) => {
    const { tokenId } = context.req.valid("param");
    if (!(await revokeToken(database, context.var.person.id, tokenId, now()))) {
      throw new Problem(404, "You have no such token; it may have been revoked already.");
    }
    await services.onAccessChange();
    return context.body(null, 204);
  });
}

async function refuseStrangeSpaces(
  { database }: Services,
  userId: string,
  wanted: readonly string[],
): Promise<void> {
  const own = new Set((await spacesOf(database, userId)).map(({ id }) => id));
  if (wanted.every((id) => own.has(id))) return;
  throw new Problem(404, "There is no such space, or you are not in it.", {
    code: "no-such-space",
  });
}

function told({ created, used, spaces, ...token }: Awaited<ReturnType<typeof tokensOf>>[number]) {
  return {
    ...token,
    spaces: spaces && [...spaces],
    created: new Date(created).toISOString(),
    used: used === null ? null : new Date(used).toISOString(),
  };
}
