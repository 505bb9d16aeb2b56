// An article as lists show it.

import type { z } from "zod";
import type { LibraryArticle } from "#components/library/library-article.ts";
import type { articlesSchema } from "./read-api.ts";

/** `locale` decides how its date is written. */
export const libraryArticle = (
  article: z.infer<typeof articlesSchema>["articles"][number],
  locale: string,
): LibraryArticle => ({
  id: article.id,
  title: article.title,
  language: article.language,
  added: article.createdAt.toLocaleDateString(locale, { dateStyle: "medium" }),
});
