"use client";
// What may be done about an article in a list: taken along by everybody, the rest by editors.

import { useTranslations } from "use-intl";
import { Menu } from "../ui/menu.tsx";
import type { LibraryArticle } from "./library-article.ts";
import { useShelf } from "./shelf.tsx";

export function ArticleMenu({ article }: { readonly article: LibraryArticle }) {
  const words = useTranslations("library");
  const { spaces, copiesAll, archive, ask } = useShelf();
  const { title, archived, mayArrange, space } = article;
  return (
    <Menu
      name={words("actions", { title })}
      choices={[
        {
          name: words("download-more"),
          isOpen: true,
          run: () => ask({ what: "take", article }),
        },
        {
          name: words("tags-more"),
          isOpen: mayArrange,
          run: () => ask({ what: "tags", article }),
        },
        {
          name: words("duplicate-more"),
          isOpen: (mayArrange || copiesAll) && spaces.length > 0,
          run: () => ask({ what: "copy", article }),
        },
        {
          name: words("move-more"),
          isOpen: mayArrange && !archived && spaces.some(({ id }) => id !== space),
          run: () => ask({ what: "move", article }),
        },
        {
          name: words(archived ? "bring-back" : "archive"),
          isOpen: mayArrange,
          run: () => archive(article, !archived),
        },
      ]}
    />
  );
}
