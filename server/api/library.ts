// What the library tells of each article.

import type { z } from "@hono/zod-openapi";
import { authorize, type Verb } from "../access/authorize.ts";
import { roleWithin } from "../access/reach.ts";
import { type ArticleRow, articlesOf } from "../store/articles.ts";
import { openingsOf, writtenOn } from "../store/shelf.ts";
import type { Caller } from "./new-article.ts";
import type { Services } from "./services.ts";
import type { listedArticleShape } from "./shapes.ts";
import { summarise } from "./summarise.ts";

/**
 * The articles of the caller's spaces, the newest first. How much is written comes from the index of the
 * search; editors are told of everybody, everyone else of themself.
 */
export async function listArticles(
  { database, search }: Services,
  { person, reach }: Caller,
): Promise<z.infer<typeof listedArticleShape>[]> {
  const articles = (await articlesOf(database, person.id)).flatMap((article) => {
    const role = roleWithin(reach, article.space.id, article.space.role);
    return role === null ? [] : [{ ...article, space: { ...article.space, role } }];
  });
  const may = ({ space: { role, archived } }: ArticleRow, verb: Verb): boolean =>
    authorize({ userId: person.id, role, archived }, verb, { type: "space" });
  const idsOf = (some: readonly ArticleRow[]): string[] => some.map(({ id }) => id);
  await search.settle(idsOf(articles));
  const [openings, all, own] = await Promise.all([
    openingsOf(database, person.id),
    writtenOn(database, idsOf(articles.filter((article) => may(article, "progress.read")))),
    writtenOn(database, idsOf(articles), person.id),
  ]);
  return articles.map((article) => {
    const { id } = article;
    const openedAt = openings.get(id);
    return {
      ...summarise(article),
      changedAt: new Date(article.changedAt).toISOString(),
      openedAt: openedAt === undefined ? null : new Date(openedAt).toISOString(),
      own: own.get(id)?.annotations ?? 0,
      all: may(article, "progress.read") ? (all.get(id) ?? { people: 0, annotations: 0 }) : null,
      mayArrange: may(article, "article.arrange"),
    };
  });
}
