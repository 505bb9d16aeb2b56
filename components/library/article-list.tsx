"use client";
// The articles of each space.

import Link from "next/link";
import { useTranslations } from "use-intl";
import { ArticleRows } from "./article-rows.tsx";
import { type LibraryArticle, tagAddress } from "./library-article.ts";

type ArticleListProps = {
  readonly space: { readonly id: string; readonly name: string };
  readonly articles: readonly LibraryArticle[];
};

type SpaceListsProps = {
  readonly spaces: readonly ArticleListProps["space"][];
  readonly articles: readonly LibraryArticle[];
  /** The tag whose articles these are; null: they are all. */
  readonly tag: string | null;
};

export function SpaceLists({ spaces, articles, tag }: SpaceListsProps) {
  const lists = spaces.map((space) => ({
    space,
    articles: articles.filter((article) => article.space === space.id),
  }));
  if (tag !== null && articles.length === 0) return <NothingTagged />;
  return lists
    .filter((list) => tag === null || list.articles.length > 0)
    .map((list) => <ArticleList key={list.space.id} {...list} />);
}

function NothingTagged() {
  const words = useTranslations("library");
  return (
    <p className="flex flex-wrap gap-x-2">
      {words("nothing-tagged")}
      <Link
        href={tagAddress(null)}
        prefetch={false}
        className="inline-flex min-h-6 items-center text-accent underline underline-offset-4 pointer-coarse:min-h-11"
      >
        {words("all-articles")}
      </Link>
    </p>
  );
}

function ArticleList({ space, articles }: ArticleListProps) {
  const words = useTranslations("library");
  return (
    <section className="flex flex-col gap-2">
      <div className="flex items-baseline gap-4">
        <h2 className="min-w-0 grow truncate text-sm">
          <Link
            href={`/spaces/${space.id}`}
            prefetch={false}
            className="inline-flex min-h-6 min-w-6 max-w-full items-center text-muted underline-offset-4 hover:text-ink hover:underline pointer-coarse:min-h-11 pointer-coarse:min-w-11"
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
