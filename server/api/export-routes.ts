// What people take along: articles with annotations as files, and what such a file would lose.

import { createRoute, z } from "@hono/zod-openapi";
import { create as disposition } from "content-disposition";
import type { Context } from "hono";
import { TEXT_FORMATS, type TextFormat, type WrittenFormat } from "#domain/format-ids.ts";
import { type Export, TakerGone, TooBusy } from "../export/exporter.ts";
import type { MarkedArticle } from "../formats/marked-article.ts";
import { articlesIn } from "../store/articles.ts";
import { recordAct } from "../store/audit.ts";
import { forecast, forecastShape } from "./forecast.ts";
import { limit, type Visit, visit } from "./guard.ts";
import {
  type Choice,
  choiceShape,
  formatShape,
  markedArticle,
  unmarkedArticle,
} from "./marked-article.ts";
import { Problem, problems } from "./problem.ts";
import { asksAtArticle, asksInSpace } from "./registry.ts";
import type { Api, Services } from "./services.ts";

const inArticle = z.object({ articleId: z.string() });
const inSpace = z.object({ spaceId: z.string() });
const wishShape = choiceShape.extend({ format: formatShape.default("postil") });

/** How a route tells that it answers a file. */
export const fileContent = {
  "application/octet-stream": { schema: z.string().openapi({ format: "binary" }) },
};

const told = {
  200: {
    description: "Counted from what is there.",
    content: { "application/json": { schema: forecastShape } },
  },
};

const textOfArticle = createRoute({
  ...asksAtArticle("article.read"),
  method: "get",
  path: "/api/articles/{articleId}/text",
  summary: "The article alone as a file",
  request: {
    params: inArticle,
    query: z.strictObject({
      format: z.enum(TEXT_FORMATS).default("text").openapi({
        description: "text: the flat text that offsets count in, as UTF-8.",
      }),
    }),
  },
  responses: {
    200: { description: "The article as it stands.", content: fileContent },
    ...problems(400, 401, 404, 429, 503),
  },
});

const lossesOfArticle = createRoute({
  ...asksAtArticle("article.read"),
  method: "get",
  path: "/api/articles/{articleId}/losses",
  summary: "Whose annotations a file of an article would hold, and what it would lose",
  request: { params: inArticle, query: wishShape },
  responses: { ...told, ...problems(400, 401, 404, 503) },
});

const exportSpace = createRoute({
  ...asksInSpace("space.read"),
  method: "get",
  path: "/api/spaces/{spaceId}/export",
  summary: "All articles of a space with the annotations that the caller sees, as a zip",
  request: { params: inSpace, query: wishShape },
  responses: {
    200: { description: "One file or folder for each article.", content: fileContent },
    ...problems(400, 401, 404, 429, 503),
  },
});

const lossesOfSpace = createRoute({
  ...asksInSpace("space.read"),
  method: "get",
  path: "/api/spaces/{spaceId}/losses",
  summary: "Whose annotations the files of a space would hold, and what they would lose",
  request: { params: inSpace, query: wishShape },
  responses: { ...told, ...problems(400, 401, 404, 429, 503) },
});

export function addExportRoutes(api: Api, services: Services): void {
  const { exporter } = services;

  api.openapi(textOfArticle, async (context) => {
    const { actor, article } = context.var.visit;
    const { format } = context.req.valid("query");
    await noteExport(services, { ...actor, space: article.space }, format, article.id);
    const { signal } = context.req.raw;
    const gather = () => unmarkedArticle(services, article);
    return sendFile(context, await begun(() => exporter.ofArticle(gather, format, signal)));
  });

  api.openapi(lossesOfArticle, async (context) => {
    const { format, ...choice } = context.req.valid("query");
    const marked = await markedArticle(services, context.var.visit, { format, choice });
    return context.json(await forecast([marked], format), 200);
  });

  api.openapi(exportSpace, async (context) => {
    const { format, ...choice } = context.req.valid("query");
    const { space } = context.var.member;
    await noteExport(services, context.var.member, format);
    const articles = articlesSeen(services, context, { space, format, choice });
    return sendFile(context, await begun(() => exporter.ofFolder(articles, format, space.name)));
  });

  api.openapi(lossesOfSpace, async (context) => {
    const { format, ...choice } = context.req.valid("query");
    const { space, userId } = context.var.member;
    limit(services.limits.forecasts, userId, services.now());
    return context.json(
      await forecast(articlesSeen(services, context, { space, format, choice }), format),
      200,
    );
  });
}

type Wish = {
  readonly format: WrittenFormat;
  readonly choice: Choice;
  readonly signal: AbortSignal;
};

/** An article as a file; whoever goes away meanwhile, as `signal` tells, ends the work on it. */
export async function exportArticle(
  services: Services,
  at: Visit,
  { format, choice, signal }: Wish,
): Promise<Export> {
  const { actor, article } = at;
  await noteExport(services, { ...actor, space: article.space }, format, article.id);
  const gather = () => markedArticle(services, at, { format, choice });
  return await begun(() => services.exporter.ofArticle(gather, format, signal));
}

/** The articles of the space in turn, each as the caller sees it. */
async function* articlesSeen(
  services: Services,
  context: Context,
  { space, ...wanted }: Omit<Wish, "signal"> & { readonly space: { readonly id: string } },
): AsyncGenerator<MarkedArticle> {
  for (const id of await articlesIn(services.database, space.id)) {
    yield await markedArticle(services, await visit(services, context, id), wanted);
  }
}

type Taker = { readonly userId: string; readonly space: { readonly id: string } };

/** Counts a file for whoever takes it, and writes it down. Ends the request with 429 for too many. */
async function noteExport(
  { limits, database, now }: Services,
  { userId, space }: Taker,
  format: WrittenFormat | TextFormat,
  subjectId?: string,
): Promise<void> {
  limit(limits.takings, userId, now());
  await recordAct(database, {
    ...{ spaceId: space.id, at: now(), actorId: userId, verb: "exported", details: { format } },
    ...(subjectId !== undefined && { subjectId }),
  });
}

/** Ends the request with 503 while too many others are being written. */
async function begun<Result>(begin: () => Result | Promise<Result>): Promise<Result> {
  try {
    return await begin();
  } catch (error) {
    if (error instanceof TakerGone) throw new Problem(408, "Nobody waits for this file any more.");
    if (!(error instanceof TooBusy)) throw error;
    throw new Problem(503, "Several files are being written just now. Try again in a moment.", {
      code: "too-busy",
      retryAfter: 5,
    });
  }
}

/** Answers a file while it is being written. */
export const sendFile = (context: Context, { name, mediaType, body }: Export) =>
  context.body(body, 200, {
    "Content-Type": mediaType,
    "Content-Disposition": disposition(name),
  });
