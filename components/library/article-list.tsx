"use client";
// The articles of one space.

import Link from "next/link";
import { useTranslations } from "use-intl";
import { directionOf } from "./languages.ts";
import type { LibraryArticle } from "./library-article.ts";
import { OpeningNotice } from "./opening-notice.tsx";

type ArticleListProps = {
  readonly space: { readonly id: string; readonly name: string };
  readonly articles: readonly LibraryArticle[];
};

export function ArticleList({ space, articles }: ArticleListProps) {
  const words = useTranslations("library");
  return (
    <section className="flex flex-col gap-2">
      <div className="flex items-baseline gap-4">
        <h2 className="min-w-0 grow truncate text-sm">
          <Link
            href={`/spaces/${space.id}`}
            prefetch={false}
            className="inline-flex min-h-6 max-w-full items-center text-muted underline-offset-4 hover:text-ink hover:underline pointer-coarse:min-h-11"
          >
            <bdi className="truncate">{space.name}</bdi>
          </Link>
        </h2>
        <Link
          href={`/spaces/${space.id}/codebook`}
          prefetch={false}
          className="flex min-h-6 shrink-0 items-center text-muted text-sm underline-offset-4 hover:text-ink hover:underline pointer-coarse:min-h-11"
        >
          {words("codebook")}
        </Link>
      </div>
      {articles.length === 0 && <p>{words("no-article")}</p>}
      <ArticleRows articles={articles} />
    </section>
  );
}

/** Articles one a line; draws nothing for none. */
export function ArticleRows({ articles }: Pick<ArticleListProps, "articles">) {
  if (articles.length === 0) return null;
  return (
    <ul className="border-rule border-t">
      {articles.map((article) => (
        <li key={article.id} className="border-rule border-b">
          <Link
            href={`/articles/${article.id}`}
            prefetch={false}
            className="group flex items-baseline gap-4 py-4"
          >
            <span
              lang={article.language}
              dir={directionOf(article.language)}
              className="grow text-pretty font-serif text-[1.1875rem] leading-7 underline-offset-4 group-hover:underline"
            >
              {article.title}
            </span>
            <OpeningNotice added={article.added} />
          </Link>
        </li>
      ))}
    </ul>
  );
}
