"use client";
// The tags that there are, as ways to the articles that bear them.

import { useTranslations } from "use-intl";
import { isSameTag } from "./library-article.ts";
import { TagLink } from "./tag-link.tsx";

type TagFilterProps = {
  readonly tags: readonly string[];
  /** Whose articles are shown; null: all. */
  readonly chosen: string | null;
  readonly onFollow?: () => void;
};

/** Draws nothing for none. */
export function TagFilter({ tags, chosen, onFollow = () => {} }: TagFilterProps) {
  const words = useTranslations("library");
  if (tags.length === 0) return null;
  return (
    <nav aria-label={words("filter-by-tag")}>
      <ul className="flex flex-wrap gap-2">
        {tags.map((tag) => (
          <li key={tag} className="min-w-0">
            <TagLink
              tag={tag}
              isChosen={chosen !== null && isSameTag(tag, chosen)}
              onFollow={onFollow}
            />
          </li>
        ))}
      </ul>
    </nav>
  );
}
