"use client";

// Articles one a line, those that are put away behind a line of their own.

import Link from "next/link";
import { useTranslations } from "use-intl";
import { directionOf } from "#domain/language-direction.ts";
import { classes } from "../ui/classes.ts";
import { ArticleMenu } from "./article-menu.tsx";
import { byRecency, type LibraryArticle } from "./library-article.ts";
import { OpeningNotice } from "./opening-notice.tsx";
import { TagLink } from "./tag-link.tsx";

type ArticleRowsProps = { readonly articles: readonly LibraryArticle[] };

/** Draws nothing for none. */
export function ArticleRows({ articles }: ArticleRowsProps) {
  const words = useTranslations("library");
  const archived = articles.filter((article) => article.archived);
  return (
    <>
      <Rows articles={articles.filter((article) => !article.archived)} />
      {archived.length > 0 && (
        <details>
          <summary className="w-fit rounded-md py-1 pointer-coarse:py-3 text-muted text-sm underline-offset-4 hover:underline">
            {words("archived-articles", { count: archived.length })}
          </summary>
          <Rows articles={archived} />
        </details>
      )}
    </>
  );
}

function Rows({ articles }: ArticleRowsProps) {
  if (articles.length === 0) return null;
  return (
    <ul className="border-rule border-t">
      {byRecency(articles).map((article) => (
        <Row key={article.id} article={article} />
      ))}
    </ul>
  );
}

type RowProps = { readonly article: LibraryArticle };

function Row({ article }: RowProps) {
  const { id, title, language, tags } = article;
  return (
    <li className="flex items-start gap-2 border-rule border-b py-3">
      <div className="flex min-w-0 grow flex-col gap-1">
        <Link
          href={`/articles/${id}`}
          prefetch={false}
          className="group flex flex-col gap-1 pointer-coarse:min-h-11"
        >
          <span
            lang={language}
            dir={directionOf(language)}
            className="wrap-anywhere text-pretty font-serif text-[1.1875rem] leading-7 underline-offset-4 group-hover:underline"
          >
            {title}
          </span>
          <OpeningNotice>
            <Facts article={article} />
          </OpeningNotice>
        </Link>
        {tags.length > 0 && (
          <ul className="flex flex-wrap gap-2">
            {tags.map((tag) => (
              <li key={tag} className="min-w-0">
                <TagLink tag={tag} />
              </li>
            ))}
          </ul>
        )}
      </div>
      <ArticleMenu article={article} />
    </li>
  );
}

/** What happened last, and how much is written. */
function Facts({ article: { last, when, isNews, own, all } }: RowProps) {
  const words = useTranslations("library");
  const written = [
    all && all.annotations > 0 ? words("written", all) : null,
    own > 0 ? words("own-notes", { count: own }) : null,
  ].filter((fact) => fact !== null);
  return (
    <>
      <span className={classes(isNews && "font-medium text-ink")}>{words(last, { when })}</span>
      {written.map((fact) => (
        <span key={fact} className="before:mx-2 before:content-['·']">
          {fact}
        </span>
      ))}
    </>
  );
}
