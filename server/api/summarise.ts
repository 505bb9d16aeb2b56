// An article as lists tell it.

import type { Role } from "#domain/person.ts";
import type { ArticleRow } from "../store/articles.ts";

export function summarise({ id, title, language, createdAt, space }: ArticleRow) {
  const { id: spaceId, name, archived } = space;
  // whoever shows the article need not know why it can only be read
  const role: Role = archived ? "viewer" : space.role;
  return {
    id,
    title,
    language,
    createdAt: new Date(createdAt).toISOString(),
    space: { id: spaceId, name, role },
  };
}
