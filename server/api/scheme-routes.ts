// The scheme of a space: read by its members, changed by its editors.

import { createRoute, z } from "@hono/zod-openapi";
import type { Scheme } from "#domain/scheme/scheme.ts";
import { type Fault, parseScheme } from "#domain/scheme/scheme-schema.ts";
import { sightOf } from "../access/sight.ts";
import type { SchemeChange } from "../rooms/space-schemes.ts";
import type { KeptScheme } from "../store/schemes.ts";
import { sharingIn } from "../store/sharing.ts";
import { limit, type Member } from "./guard.ts";
import { Problem, problems } from "./problem.ts";
import { asksInSpace } from "./registry.ts";
import { newSchemeShape, schemeAnswerShape } from "./scheme-shapes.ts";
import type { Api, Services } from "./services.ts";

const inSpace = z.object({ spaceId: z.string() });

const answer = (description: string) => ({
  description,
  content: { "application/json": { schema: schemeAnswerShape } },
});

const read = createRoute({
  ...asksInSpace("space.read"),
  method: "get",
  path: "/api/spaces/{spaceId}/scheme",
  summary: "The scheme that a space annotates with",
  request: { params: inSpace },
  responses: {
    200: answer("The scheme, and who made it what it is."),
    ...problems(401, 404),
  },
});

const change = createRoute({
  ...asksInSpace("scheme.edit"),
  method: "put",
  path: "/api/spaces/{spaceId}/scheme",
  summary: "Put another scheme in the place of the one that a space has",
  description:
    "It must hold all labels of the one before, though they may be hidden or retired. Its version is counted by the server. Open pages hear of it at once.",
  request: {
    params: inSpace,
    body: { content: { "application/json": { schema: newSchemeShape } }, required: true },
  },
  responses: {
    200: answer("The scheme as it is now."),
    ...problems(400, 401, 403, 404, 409, 413, 422, 429),
  },
});

export function addSchemeRoutes(api: Api, services: Services): void {
  const { database, schemes, limits, visitors, now } = services;

  const describe = async ({ scheme, change }: KeptScheme, spaceId: string, member: Member) => {
    const [person] = await visitors.people(change?.by ? [change.by] : []);
    const sharing = await sharingIn(database, spaceId);
    const by = person && sharing ? sightOf(member, sharing).knownAs(person) : null;
    return {
      scheme,
      changedBy: by && { id: by.id, name: by.name },
      changedAt: change && new Date(change.at).toISOString(),
    };
  };

  api.openapi(read, async (context) => {
    const { spaceId } = context.req.valid("param");
    const kept = await schemes.of(spaceId);
    return context.json(await describe(kept, spaceId, context.var.member), 200);
  });

  api.openapi(change, async (context) => {
    const { spaceId } = context.req.valid("param");
    const { member } = context.var;
    const { userId } = member;
    limit(limits.schemes, userId, now());
    const { basedOn, ...wanted } = context.req.valid("json");
    const scheme = checked(wanted.scheme);
    const changed = await schemes.change(spaceId, { scheme, basedOn, by: userId, at: now() });
    return context.json(await describe(accepted(changed), spaceId, member), 200);
  });
}

function checked(wanted: unknown): Scheme {
  const parsed = parseScheme(wanted);
  if (parsed.ok) return parsed.scheme;
  const where = parsed.at === "" ? "The scheme" : `"${parsed.at}" of the scheme`;
  throw new Problem(422, `${where} ${FAULTS[parsed.fault]}.`);
}

const FAULTS: Readonly<Record<Fault, string>> = {
  missing: "is missing or empty",
  "too-long": "is too long",
  "too-many": "holds too many",
  "hidden-characters": "holds characters that cannot be seen",
  "no-colour": "is no colour like #0063a6",
  "used-twice": "holds an id twice",
  wrong: "is not as it has to be",
};

function accepted(change: SchemeChange): KeptScheme {
  if (change === "outdated") {
    throw new Problem(
      409,
      "Somebody else has changed the codebook meanwhile. Read it again, and make your change to that one.",
      { code: "scheme-outdated" },
    );
  }
  if (change === "forgetful") {
    throw new Problem(
      422,
      "The scheme lacks a label of the one before, or brings a retired one back. Hide labels instead of leaving them out.",
    );
  }
  return change;
}
