// Versions of a locked article: what they were, and a new one that takes the annotations along.

import { createRoute, z } from "@hono/zod-openapi";
import { articleFragment, nodesOfText } from "#domain/article/article.ts";
import { readText } from "#domain/article/article-text.ts";
import { writeLock } from "#domain/talk/article-state.ts";
import { PARAGRAPHS } from "../import/parse-imported.ts";
import type { LiveArticle } from "../rooms/live-article.ts";
import { keepVersion, versionsOf } from "../store/versions.ts";
import { type Carried, carriedOver, readPlaces } from "../versions/carry-over.ts";
import { reviseArticle } from "../versions/revise.ts";
import { limit, type Visit } from "./guard.ts";
import { hashOf } from "./hash-of.ts";
import { Problem, problems } from "./problem.ts";
import { asksAtArticle } from "./registry.ts";
import type { Api, Services } from "./services.ts";
import { carryOverShape, newVersionShape, versionsShape } from "./shapes.ts";

const inArticle = z.object({ articleId: z.string() });

const list = createRoute({
  ...asksAtArticle("article.read"),
  method: "get",
  path: "/api/articles/{articleId}/versions",
  summary: "The texts that the article was locked with, the newest first",
  request: { params: inArticle },
  responses: {
    200: {
      description: "Every version with its hash.",
      content: { "application/json": { schema: versionsShape } },
    },
    ...problems(401, 404, 503),
  },
});

const add = createRoute({
  ...asksAtArticle("article.lock"),
  method: "post",
  path: "/api/articles/{articleId}/versions",
  summary: "Put a new text in the place of a locked one, or see what that would do",
  request: {
    params: inArticle,
    body: { content: { "application/json": { schema: newVersionShape } }, required: true },
  },
  responses: {
    200: {
      description: "What becomes of the annotations. With `preview`, nothing was changed.",
      content: { "application/json": { schema: carryOverShape } },
    },
    ...problems(400, 401, 403, 404, 409, 413, 422, 429, 503),
  },
});

export function addVersionRoutes(api: Api, services: Services): void {
  const { database, rooms, limits, now, visitors } = services;

  api.openapi(list, async (context) => {
    const { article, sight } = context.var.visit;
    const rows = await versionsOf(database, article.id);
    const people = await visitors.people(rows.flatMap(({ by }) => by ?? []));
    const names = new Map(people.map((person) => [person.id, sight.knownAs(person)?.name]));
    const versions = rows.map(({ number, hash, by, at }) => ({
      ...{ number, hash, by: names.get(by ?? "") ?? null },
      at: new Date(at).toISOString(),
    }));
    return context.json({ versions }, 200);
  });

  api.openapi(add, async (context) => {
    const at = context.var.visit;
    const { text, preview = false } = context.req.valid("json");
    limit(limits.articles, at.person.id, now());
    const { hash, carried } = await rooms.use(at.article.id, (live) =>
      bringIn(services, { at, live, text, preview }),
    );
    return context.json({ hash, ...reportOf(carried) }, 200);
  });
}

type NewText = {
  readonly at: Visit;
  readonly live: LiveArticle;
  readonly text: string;
  /** Whether to leave everything as it is. */
  readonly preview: boolean;
};

async function bringIn({ database, now }: Services, { at, live, text, preview }: NewText) {
  if (live.lock() === null) {
    throw new Problem(409, "Lock the text first: a version is what was locked.");
  }
  const count = nodesOfText(text, "").length;
  if (count === 0)
    throw new Problem(422, "The text is empty. Paste some words.", { code: "text-empty" });
  if (count > PARAGRAPHS) {
    throw new Problem(422, `The text has more than ${PARAGRAPHS} paragraphs. Make it shorter.`, {
      code: "text-too-long",
    });
  }
  const annotations = live.annotations(at.sight.sees);
  const before = readPlaces(live.text(), annotations);
  const draft = live.draft();
  reviseArticle(draft, text);
  const after = readPlaces(readText(articleFragment(draft)), annotations);
  const hash = hashOf(after.text.text);
  if (!preview) {
    const lock = { hash, by: at.person.id, at: now() };
    await live.publish(draft, (state) => writeLock(state, lock));
    await keepVersion(database, {
      article_id: at.article.id,
      ...{ hash, text: after.text.text, created_by: lock.by, created_at: lock.at },
    });
  }
  return { hash, carried: carriedOver(before, after) };
}

/** Counts of all, and each one that somebody should look at. */
function reportOf(carried: readonly Carried[]) {
  const count = (wanted: Carried["outcome"]): number =>
    carried.filter(({ outcome }) => outcome === wanted).length;
  return {
    kept: count("kept"),
    moved: count("moved"),
    lost: count("lost"),
    changes: carried.flatMap(({ annotation, outcome, before, after }) =>
      outcome === "kept"
        ? []
        : [{ id: annotation.id, author: annotation.author, outcome, before, after }],
    ),
  };
}
