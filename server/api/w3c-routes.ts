// The annotations of an article as a container of W3C's Web Annotation Protocol: read in pages or one by
// one, and written as one's own. https://www.w3.org/TR/annotation-protocol/

import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Annotation } from "#domain/annotation/annotation.ts";
import type { LiveArticle } from "../rooms/live-article.ts";
import type { Aliases } from "./alias-mentions.ts";
import { type AtArticle, demand, type Visit, visitToWrite } from "./guard.ts";
import { annotate, changeOwn, removeOwn } from "./own-annotations.ts";
import { Problem, problems } from "./problem.ts";
import { asksAtArticle } from "./registry.ts";
import type { Api, Services } from "./services.ts";
import {
  answer,
  answerPage,
  describeContainer,
  describeOne,
  tagOfOne,
  tellOne,
} from "./w3c-answer.ts";
import { articleAddress, type Contained, type Container, readContainer } from "./w3c-container.ts";
import { demandAccepted, demandMatch, LD_JSON, tagOf } from "./w3c-negotiation.ts";
import { addressOf, collectionOf, lonePage, pageQuery, readPrefer } from "./w3c-pages.ts";
import { readNew, readReplacing, webAnnotationShape } from "./w3c-wanted.ts";

const CONTAINER = "/api/articles/{articleId}/w3c/";
const ONE = `${CONTAINER}{annotationName}`;

const inArticle = z.object({ articleId: z.string() });
const oneOf = inArticle.extend({
  annotationName: z.string().openapi({ description: "As the container's addresses end." }),
});

const told = (description: string, schema: z.ZodType = webAnnotationShape) => ({
  description,
  content: { [LD_JSON]: { schema } },
});
const sent = { content: { [LD_JSON]: { schema: webAnnotationShape } }, required: true };
const known = { 304: { description: "As If-None-Match knows it." } };
const allowed = { 204: { description: "The header Allow tells." } };

const readAll = createRoute({
  ...asksAtArticle("article.read"),
  method: "get",
  path: CONTAINER,
  summary: "The annotations of an article as W3C's container, or a page of it",
  request: { params: inArticle, query: pageQuery },
  responses: {
    200: told("An AnnotationCollection, or an AnnotationPage.", z.looseObject({})),
    ...known,
    ...problems(400, 401, 404, 406, 503),
  },
});

const add = createRoute({
  ...asksAtArticle("layer.write"),
  method: "post",
  path: CONTAINER,
  summary: "Add an annotation of one's own, as W3C's model has it",
  request: { params: inArticle, body: sent },
  responses: {
    201: told("It is on disk."),
    ...problems(400, 401, 403, 404, 406, 415, 422, 429, 503),
  },
});

const askContainer = createRoute({
  ...asksAtArticle("article.read"),
  method: "options",
  path: CONTAINER,
  summary: "What can be done with W3C's container",
  request: { params: inArticle },
  responses: { ...allowed, ...problems(401, 404) },
});

const readOne = createRoute({
  ...asksAtArticle("article.read"),
  method: "get",
  path: ONE,
  summary: "An annotation, or a reply, as W3C's model has it",
  request: { params: oneOf },
  responses: { 200: told("As it is."), ...known, ...problems(401, 404, 406, 503) },
});

const replace = createRoute({
  ...asksAtArticle("layer.write"),
  method: "put",
  path: ONE,
  summary: "Replace what an annotation of one's own says",
  request: { params: oneOf, body: sent },
  responses: {
    200: told("As it is now."),
    ...problems(400, 401, 403, 404, 406, 412, 415, 422, 429, 503),
  },
});

const remove = createRoute({
  ...asksAtArticle("layer.write"),
  method: "delete",
  path: ONE,
  summary: "Delete an annotation of one's own",
  request: { params: oneOf },
  responses: {
    204: { description: "It is gone." },
    ...problems(401, 403, 404, 412, 422, 429, 503),
  },
});

const askOne = createRoute({
  ...asksAtArticle("article.read"),
  method: "options",
  path: ONE,
  summary: "What can be done with an annotation of W3C's container",
  request: { params: oneOf },
  responses: { ...allowed, ...problems(401, 404) },
});

export function addW3cRoutes(api: Api, services: Services): void {
  addReading(api, services);
  addWriting(api, services);
}

function addReading(api: Api, services: Services): void {
  api.openapi(readAll, async (context) => {
    demandAccepted(context);
    const { page, iris } = context.req.valid("query");
    const preferred = readPrefer(context.req.header("prefer"));
    const wish = { ...preferred, iris: iris === undefined ? preferred.iris : iris === "1" };
    const at = context.var.visit;
    const container = await containerFor(services, at);
    if (page !== undefined) return answerPage(context, lonePage(container, wish, page));
    describeContainer(context);
    if (iris === undefined) context.header("Content-Location", addressOf(container, wish));
    const body = JSON.stringify(collectionOf(container, at.article.title, wish));
    return answer(context, body, tagOf(await container.digest(), body));
  });

  api.openapi(askContainer, (context) => {
    describeContainer(context);
    return context.body(null, 204);
  });

  api.openapi(readOne, async (context) => {
    demandAccepted(context);
    const container = await containerFor(services, context.var.visit);
    const one = there(container, context.req.valid("param"));
    const body = JSON.stringify(tellOne(context, container, one));
    return answer(context, body, tagOf(body));
  });

  api.openapi(askOne, async (context) => {
    const container = await containerFor(services, context.var.visit);
    describeOne(context, there(container, context.req.valid("param")));
    return context.body(null, 204);
  });
}

function addWriting(api: Api, services: Services): void {
  api.openapi(add, async (context) => {
    demandAccepted(context);
    const at = visitToWrite(services, context);
    const { scheme } = await services.schemes.of(at.article.space.id);
    const sent = context.req.valid("json");
    const { container, made } = await services.rooms.use(at.article.id, async (live) => {
      const wanted = readNew(sent, subjectOf(services, live));
      const { actor } = at;
      const placed = await annotate(live, actor.userId, wanted, { scheme, now: services.now() });
      const made = { ...placed, reply: null };
      return { container: await readContainer(services, live, at), made };
    });
    context.header("Location", container.addressOf(made));
    return context.json(tellOne(context, container, made), 201);
  });

  api.openapi(replace, async (context) => {
    demandAccepted(context);
    const at = visitToWrite(services, context);
    const { scheme } = await services.schemes.of(at.article.space.id);
    const sent = context.req.valid("json");
    const { container, made } = await services.rooms.use(at.article.id, async (live) => {
      const { aliases, found } = await toChange(services, context, live);
      const { annotation, range } = found;
      const wanted = asWritten(
        annotation,
        readReplacing(sent, subjectOf(services, live), range),
        aliases,
      );
      const change = { scheme, wanted: withoutOthers(annotation, wanted) };
      const placed = await changeOwn(live, at, annotation.id, change);
      const made = { ...placed, reply: null };
      return { container: await readContainer(services, live, at), made };
    });
    return context.json(tellOne(context, container, made), 200);
  });

  api.openapi(remove, async (context) => {
    const at = visitToWrite(services, context);
    await services.rooms.use(at.article.id, async (live) => {
      const { found } = await toChange(services, context, live);
      await removeOwn(live, at, found.annotation.id);
    });
    return context.body(null, 204);
  });
}

const containerFor = (services: Services, at: Visit): Promise<Container> =>
  services.rooms.use(at.article.id, (live) => readContainer(services, live, at));

const subjectOf = ({ url }: Services, live: LiveArticle) => ({
  text: live.text(),
  address: articleAddress(url, live.id),
});

/** Ends the request with 404 when nothing of this name is seen. */
function there(container: Container, { annotationName }: z.infer<typeof oneOf>): Contained {
  const found = container.find(annotationName);
  if (found !== null) return found;
  throw new Problem(404, "There is no such annotation. It may be deleted.", {
    code: "no-such-annotation",
  });
}

/** An annotation of the caller's own, in the state that the request is about. */
async function toChange(
  services: Services,
  context: AtArticle & Pick<Context, "req">,
  live: LiveArticle,
): Promise<{ readonly found: Contained; readonly aliases: Aliases }> {
  const at = context.var.visit;
  const container = await readContainer(services, live, at);
  const found = there(container, oneOf.parse(context.req.param()));
  const { annotation, reply } = found;
  demand(at.actor, "layer.write", { type: "layer", owner: (reply ?? annotation).author });
  if (reply !== null) {
    throw new Problem(
      422,
      "This is a reply. It is changed below /api/articles/{articleId}/replies.",
    );
  }
  demandMatch(context, tagOfOne(container, found));
  return { found, aliases: container.aliases };
}

type Replacing = ReturnType<typeof readReplacing>;

/** Whom the author had named and was told by an alias, they have named still. */
function asWritten(old: Annotation, wanted: Replacing, aliases: Aliases): Replacing {
  const values = Object.entries(wanted.attributes).map(([name, value]) => {
    return [name, aliases.unsay(value, old.attributes[name] ?? "")] as const;
  });
  const note = aliases.unsay(wanted.note, old.note);
  return { ...wanted, note, attributes: Object.fromEntries(values) };
}

/** A change by which attributes that are left out are gone. */
function withoutOthers(old: Annotation, wanted: Replacing): Replacing {
  if (wanted.kind !== old.kind) return wanted;
  const gone = Object.keys(old.attributes).filter((name) => !(name in wanted.attributes));
  const attributes = Object.fromEntries(gone.map((name) => [name, ""]));
  return { ...wanted, attributes: { ...attributes, ...wanted.attributes } };
}
