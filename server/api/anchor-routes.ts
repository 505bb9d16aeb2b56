// Where passages went when an editor's device made the text under them anew. That device knows; what
// it tells becomes part of the state, and from there everybody's.

import { createRoute, z } from "@hono/zod-openapi";
import { type Anchor, createAnchor, heldEnds, letGo, rangeOf } from "#domain/anchor/anchor.ts";
import { anchorNow, QUOTE_LENGTH } from "#domain/annotation/annotation.ts";
import { REF_LENGTH, refTo } from "#domain/annotation/annotation-ref.ts";
import { anchorKey, MOVES, readAnchorKey, writeMoved } from "#domain/annotation/moved-anchors.ts";
import type { ArticleText } from "#domain/article/article-text.ts";
import type { LiveArticle } from "../rooms/live-article.ts";
import { writeDecision } from "./decide.ts";
import { demand, type Visit, visitToWrite } from "./guard.ts";
import { problems } from "./problem.ts";
import { asksAtArticle } from "./registry.ts";
import type { Api, Services } from "./services.ts";

/** The longest ends, as text. */
const KEY_LENGTH = 128;

const key = z.string().max(KEY_LENGTH).openapi({
  description: "The first and the last letter, each as CLIENT.CLOCK of Yjs, with a hyphen between.",
});

const moveShape = z
  .strictObject({
    ref: z.string().max(REF_LENGTH).openapi({ description: "The annotation, as AUTHOR/ID." }),
    of: key.openapi({ description: "The ends that its author gave it." }),
    to: key.nullable().openapi({
      description: "The ends of its words in the text as it stands; null once these were deleted.",
    }),
  })
  .openapi("MovedAnchor");

const move = createRoute({
  ...asksAtArticle("article.edit"),
  method: "post",
  path: "/api/articles/{articleId}/anchors",
  summary: "Tell where annotations went when the text under them was made anew",
  request: {
    params: z.object({ articleId: z.string() }),
    body: {
      content: {
        "application/json": { schema: z.strictObject({ moves: z.array(moveShape).max(MOVES) }) },
      },
      required: true,
    },
  },
  responses: {
    200: {
      description: "The references of those that are on disk; the others were not as told.",
      content: { "application/json": { schema: z.object({ moved: z.array(z.string()) }) } },
    },
    ...problems(400, 401, 403, 404, 413, 429, 503),
  },
});

export function addAnchorRoutes(api: Api, services: Services): void {
  api.openapi(move, async (context) => {
    const at = visitToWrite(services, context);
    const { moves } = context.req.valid("json");
    const moved = await services.rooms.use(at.article.id, (live) => moveAll(live, at, moves));
    return context.json({ moved }, 200);
  });
}

type Move = z.infer<typeof moveShape>;

/** Stores those moves that are about an annotation as it is, and lead to words that are there or to none. */
async function moveAll(
  live: LiveArticle,
  { actor, sight }: Visit,
  moves: readonly Move[],
): Promise<string[]> {
  demand(actor, "article.edit", { type: "article", locked: live.lock() !== null });
  const annotations = new Map(
    live.annotations(sight.sees).map((each) => [refTo(each.author, each.id), each]),
  );
  const text = live.text();
  const good = moves.flatMap(({ ref, of, to }) => {
    const annotation = annotations.get(ref);
    if (!annotation || anchorKey(annotation.anchor) !== of) return [];
    const anchor = to === null ? letGo(anchorNow(annotation)) : anchorAt(text, to);
    return anchor ? [{ ref, moved: { of, anchor } }] : [];
  });
  if (good.length === 0) return [];
  await writeDecision(live, (state) => {
    for (const { ref, moved } of good) writeMoved(state, ref, moved);
  });
  return good.map(({ ref }) => ref);
}

/** The anchor of the words from a first to a last letter; null when these are not there, or too far apart. */
function anchorAt(text: ArticleText, to: string): Anchor | null {
  const ends = readAnchorKey(to);
  const held = ends && heldEnds(text, ends);
  const range = held?.isWhole ? rangeOf(text, held) : null;
  if (range === null || range.end - range.start > QUOTE_LENGTH) return null;
  return createAnchor(text, range);
}
