// An article as lists tell it.

import type { Role } from "#domain/person.ts";
import type { ArticleRow } from "../store/articles.ts";

export function summarise({ id, title, language, createdAt, archived, tags, space }: ArticleRow) {
  const { id: spaceId, name } = space;
  // whoever shows the article need not know why it can only be read
  const role: Role = archived || space.archived ? "viewer" : space.role;
  return {
    ...{ id, title, language, archived },
    tags: [...tags],
    createdAt: new Date(createdAt).toISOString(),
    space: { id: spaceId, name, role },
  };
}
