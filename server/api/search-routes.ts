// Search: what stands in the articles of the caller's spaces, and in the annotations and replies that the
// caller sees.

import { createRoute, z } from "@hono/zod-openapi";
import { refTo } from "#domain/annotation/annotation-ref.ts";
import { KINDS, type KindId, kindOf, labelOf, type Scheme } from "#domain/scheme/scheme.ts";
import { roleWithin } from "../access/reach.ts";
import { type Sight, sightOf } from "../access/sight.ts";
import type { Visitor } from "../access/visitors.ts";
import { type ArticleRow, articlesOf } from "../store/articles.ts";
import {
  type FoundArticle,
  type FoundPassage,
  findPassages,
  type Seen,
} from "../store/find-passages.ts";
import { authorsIn } from "../store/passages.ts";
import { limit, noSuchSpace, spacesOfVisitor } from "./guard.ts";
import { problems } from "./problem.ts";
import { asksSessionOrToken } from "./registry.ts";
import type { Api, Services } from "./services.ts";
import { summaryShape } from "./shapes.ts";
import { summarise } from "./summarise.ts";
import { namedShape } from "./talk-shapes.ts";

/** The longest question, in UTF-16 code units. */
const QUESTION_LENGTH = 200;

const ASK = "Say in q what to look for.";

/** How many articles are told at once. */
const PAGE = 20;

/** How far one may turn the pages, in articles. */
const FARTHEST = 10_000;

const excerptShape = z
  .array(z.object({ text: z.string(), found: z.boolean() }))
  .openapi("Excerpt", { description: "Pieces of a text in order; `found`: it was asked for." });

const passageShape = z
  .object({
    part: z.enum(["title", "text", "annotation", "reply"]),
    paragraph: z.int().nullable().openapi({ description: "The number of a paragraph, from 0 on." }),
    ref: z.string().nullable().openapi({
      description: "author/id of the annotation: the one that was found, or that a reply is about.",
    }),
    reply: z.string().nullable().openapi({ description: "author/id of the reply that was found." }),
    sign: z
      .object({
        ...{ kind: z.enum(KINDS), label: z.string().nullable() },
        ...{ name: z.string(), glyph: z.string() },
      })
      .nullable()
      .openapi({ description: "An annotation's kind and label, and how the space calls them." }),
    author: namedShape.nullable(),
    hidden: z.boolean().openapi({ description: "Whether an editor has hidden it." }),
    quote: excerptShape.openapi({ description: "Empty for what is no annotation." }),
    words: excerptShape.openapi({ description: "The title, a paragraph, the note or the reply." }),
  })
  .openapi("FoundPassage");

const search = createRoute({
  ...asksSessionOrToken,
  method: "get",
  path: "/api/search",
  summary: "Search titles, texts, quotes, notes and replies",
  request: {
    query: z.strictObject({
      q: z.string(ASK).trim().min(1, ASK).max(QUESTION_LENGTH).openapi({
        description: 'All words have to be there, the last may be begun; "in this order".',
      }),
      space: z.string().optional().openapi({ description: "Only there." }),
      from: z.coerce.number().int().min(0).max(FARTHEST).default(0).openapi({
        description: "How many articles to pass over: `next` of the answer before.",
      }),
    }),
  },
  responses: {
    200: {
      description:
        "Articles, the newest first, each with the first passages and how many there are.",
      content: {
        "application/json": {
          schema: z.object({
            articles: z.array(
              summaryShape.extend({ count: z.int(), passages: z.array(passageShape) }),
            ),
            next: z.int().nullable().openapi({ description: "Null: that was all." }),
          }),
        },
      },
    },
    ...problems(400, 401, 404, 429),
  },
});

export function addSearchRoutes(api: Api, services: Services): void {
  const { limits, now } = services;

  api.openapi(search, async (context) => {
    const { q, space, from } = context.req.valid("query");
    const { person } = context.var;
    limit(limits.searches, person.id, now());
    const views = await viewsOf(services, context.var, space);
    await services.search.settle([...views.keys()]);
    const found = await find(services, views, { asker: person.id, query: q, from });
    const answers = await tell(services, views, found.slice(0, PAGE));
    return context.json({ articles: answers, next: found.length > PAGE ? from + PAGE : null }, 200);
  });
}

/** An article that the caller may read, and what they see there. */
type View = { readonly article: ArticleRow; readonly sight: Sight };
type Views = ReadonlyMap<string, View>;

/** The caller's articles by id, all or those of one space. Ends the request with 404 for a space they are not in. */
async function viewsOf(
  { database, visitors }: Services,
  { person, reach }: Pick<Visitor, "person" | "reach">,
  wanted: string | undefined,
): Promise<Views> {
  const spaces = await spacesOfVisitor(database, { person, reach });
  if (wanted !== undefined && !spaces.some(({ id }) => id === wanted)) throw noSuchSpace();
  const articles = (await articlesOf(database, person.id)).filter(
    ({ space }) => wanted === undefined || space.id === wanted,
  );
  const sharings = await visitors.sharings(articles.map(({ id }) => id));
  return new Map(
    articles.flatMap((article): [string, View][] => {
      const { id, space } = article;
      const role = roleWithin(reach, space.id, space.role);
      const sharing = sharings.get(id);
      if (role === null || sharing === undefined) return [];
      const actor = { userId: person.id, role, archived: space.archived };
      return [
        [
          id,
          { article: { ...article, space: { ...space, role } }, sight: sightOf(actor, sharing) },
        ],
      ];
    }),
  );
}

type Asking = { readonly asker: string; readonly query: string; readonly from: number };

/** One article more than a page has, if there are so many. */
async function find(
  { database }: Services,
  views: Views,
  { asker, query, from }: Asking,
): Promise<FoundArticle[]> {
  const authors = await authorsIn(database, [...views.keys()]);
  const seen = authors.flatMap(([articleId, author]): Seen[] => {
    const sight = views.get(articleId)?.sight;
    if (author !== null && !sight?.sees(author)) return [];
    const looks = author === asker || sight?.sharing.editors.has(asker) === true;
    return [{ articleId, author, looks }];
  });
  return await findPassages(database, { query, seen, from, most: PAGE + 1 });
}

async function tell({ visitors, schemes }: Services, views: Views, found: readonly FoundArticle[]) {
  const authors = found.flatMap(({ passages }) => passages.flatMap(({ author }) => author ?? []));
  const people = await visitors.people([...new Set(authors)]);
  const answers = found.map(async ({ articleId, count, passages }) => {
    const view = views.get(articleId);
    if (view === undefined) return [];
    const { article, sight } = view;
    const names = new Map(people.map((person) => [person.id, sight.knownAs(person)?.name ?? null]));
    const { scheme } = await schemes.of(article.space.id);
    const told = passages.map((passage) => passageAnswer(passage, { names, scheme }));
    return [{ ...summarise(article), count, passages: told }];
  });
  return (await Promise.all(answers)).flat();
}

type Speech = { readonly names: ReadonlyMap<string, string | null>; readonly scheme: Scheme };

function passageAnswer(found: FoundPassage, { names, scheme }: Speech) {
  const { part, author, place, kind, label, hidden, quote, words } = found;
  return {
    ...{ part, hidden, quote: [...quote], words: [...words] },
    paragraph: part === "text" ? Number(place) : null,
    ref: refOf(found),
    reply: part === "reply" && author !== null ? refTo(author, place) : null,
    sign: kind && signOf(scheme, kind, label),
    author: author === null ? null : { id: author, name: names.get(author) ?? null },
  };
}

/** The annotation to which a passage leads. */
function refOf({ part, author, place, about }: FoundPassage): string | null {
  return part === "annotation" && author !== null ? refTo(author, place) : about;
}

function signOf(scheme: Scheme, kind: KindId, label: string | null) {
  const { name, glyph } = labelOf(scheme, kind, label) ?? kindOf(scheme, kind);
  return { kind, label, name, glyph };
}
