// Spaces: list, make, read, change, delete.

import { createRoute, z } from "@hono/zod-openapi";
import { reaches } from "../access/authorize.ts";
import { articlesIn } from "../store/articles.ts";
import { codeOf } from "../store/class-codes.ts";
import { mayMakeSpaces } from "../store/members.ts";
import { changeSpace, forgetSpace, type Membership, makeSpace } from "../store/spaces.ts";
import { limit, memberOf, type SpaceMember, spacesOfVisitor } from "./guard.ts";
import { membersSeen } from "./members-seen.ts";
import { mayFill } from "./new-article.ts";
import { Problem, problems } from "./problem.ts";
import { asksInSpace, asksSession, asksSessionOrToken } from "./registry.ts";
import type { Api, Services } from "./services.ts";
import {
  listedSpacesShape,
  newSpaceShape,
  spaceChangeShape,
  spaceDetailsShape,
  spaceEndShape,
} from "./space-shapes.ts";

const inSpace = z.object({ spaceId: z.string() });

const details = (description: string) => ({
  description,
  content: { "application/json": { schema: spaceDetailsShape } },
});

const list = createRoute({
  ...asksSessionOrToken,
  method: "get",
  path: "/api/spaces",
  summary: "The spaces that the caller is in",
  responses: {
    200: {
      description: "The oldest first.",
      content: { "application/json": { schema: listedSpacesShape } },
    },
    ...problems(401),
  },
});

const make = createRoute({
  ...asksSession,
  method: "post",
  path: "/api/spaces",
  summary: "Make a space, and become its owner",
  request: {
    body: { content: { "application/json": { schema: newSpaceShape } }, required: true },
  },
  responses: {
    201: {
      description: "The space is there.",
      content: { "application/json": { schema: z.object({ id: z.string() }) } },
    },
    ...problems(400, 401, 403, 429),
  },
});

const read = createRoute({
  ...asksInSpace("space.read"),
  method: "get",
  path: "/api/spaces/{spaceId}",
  summary: "One space",
  request: { params: inSpace },
  responses: { 200: details("The space as it is set."), ...problems(401, 404) },
});

const change = createRoute({
  ...asksInSpace("space.edit"),
  method: "patch",
  path: "/api/spaces/{spaceId}",
  summary: "Rename a space, set it, archive it or bring it back",
  request: {
    params: inSpace,
    body: { content: { "application/json": { schema: spaceChangeShape } }, required: true },
  },
  responses: { 200: details("The space after the change."), ...problems(400, 401, 403, 404) },
});

const end = createRoute({
  ...asksInSpace("space.delete"),
  method: "delete",
  path: "/api/spaces/{spaceId}",
  summary: "Delete a space with its articles and all that was written on them",
  description: "It cannot be brought back, so its name has to be given.",
  request: {
    params: inSpace,
    body: { content: { "application/json": { schema: spaceEndShape } }, required: true },
  },
  responses: {
    204: { description: "Nothing of it is on disk any more." },
    ...problems(400, 401, 403, 404, 422, 503),
  },
});

export function addSpaceRoutes(api: Api, services: Services): void {
  const { database, limits, spaceMakers, now } = services;

  api.openapi(list, async (context) => {
    const { person, reach } = context.var;
    const spaces = await spacesOfVisitor(database, context.var);
    const mayMake = reach === null && (await mayMakeSpaces(database, person.id, spaceMakers));
    const told = spaces.map((space) => ({ ...listed(space), mayAdd: mayFill(space, person) }));
    return context.json({ spaces: told, mayMake }, 200);
  });

  api.openapi(make, async (context) => {
    const { id: userId } = context.var.person;
    limit(limits.articles, userId, now());
    if (!(await mayMakeSpaces(database, userId, spaceMakers))) {
      throw new Problem(403, "You cannot make spaces here. Make an account, or ask the owner.", {
        code: "may-not-make-space",
      });
    }
    const id = await makeSpace(database, context.req.valid("json"), { userId, at: now() });
    return context.json({ id }, 201, { Location: `/api/spaces/${id}` });
  });

  api.openapi(read, async (context) =>
    context.json(await describe(services, context.var.member), 200),
  );

  api.openapi(change, async (context) => {
    const { userId, space } = context.var.member;
    await changeSpace(database, space, context.req.valid("json"), { userId, at: now() });
    await services.onAccessChange();
    return context.json(await describe(services, await memberOf(services, context, space.id)), 200);
  });

  api.openapi(end, async (context) => {
    const { space } = context.var.member;
    if (context.req.valid("json").name.trim() !== space.name) {
      throw new Problem(422, "That is not the name of the space. Nothing was deleted.", {
        code: "name-differs",
      });
    }
    await deleteSpace(services, space.id);
    return context.body(null, 204);
  });
}

const listed = ({ id, name, role, template, archived }: Membership) => ({
  ...{ id, name, role, template, archived },
});

async function describe({ database, now }: Services, { space, ...actor }: SpaceMember) {
  const isEditor = reaches(actor, "editor");
  const code = isEditor && !space.archived ? await codeOf(database, space.id, now()) : null;
  return {
    ...listed(space),
    settings: space.settings,
    people: (await membersSeen(database, { ...actor, space })).length,
    code: code && { code: code.code, expiresAt: new Date(code.expiresAt).toISOString() },
  };
}

/** The texts and layers first: where this breaks off, the space is still there to be deleted again. */
async function deleteSpace({ database, rooms, courier, onAccessChange }: Services, id: string) {
  const tellHooks = await courier.farewell(id);
  const gone = new Set<string>();
  do {
    for (const articleId of await articlesIn(database, id)) {
      if (!gone.has(articleId)) await rooms.remove(articleId);
      gone.add(articleId);
    }
    await rooms.rewrite();
  } while (!(await forgetSpace(database, id, gone)));
  tellHooks();
  await onAccessChange();
}
