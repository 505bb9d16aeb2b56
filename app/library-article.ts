// An article as lists show it.

import type { z } from "zod";
import type { LibraryArticle } from "#components/library/library-article.ts";
import { relativeTime } from "#components/margin/relative-time.ts";
import type { articlesSchema } from "./read-api.ts";

type Listed = z.infer<typeof articlesSchema>["articles"][number];

/** `locale` decides how its time is written, which counts from now. */
export function libraryArticle(article: Listed, locale: string): LibraryArticle {
  const { id, title, language, tags, archived, own, all, mayArrange } = article;
  const { last, at } = lastOf(article);
  return {
    ...{ id, title, language, space: article.space.id, tags, archived, own, all, mayArrange },
    ...{ last, at, when: relativeTime(at, Date.now(), locale) },
    isNews: last === "changed" && article.openedAt !== null,
  };
}

function lastOf({ createdAt, changedAt, openedAt }: Listed): Pick<LibraryArticle, "last" | "at"> {
  if (openedAt !== null && openedAt >= changedAt) return { last: "opened", at: openedAt.getTime() };
  const last = changedAt > createdAt ? "changed" : "added";
  return { last, at: changedAt.getTime() };
}
