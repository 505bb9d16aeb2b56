"use client";
// A space: its articles, and the ways to fill it.

import { BookOpen, Download, UserPlus } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { AddArticleLink } from "../library/add-article-link.tsx";
import { ArticleRows } from "../library/article-rows.tsx";
import type { LibraryArticle } from "../library/library-article.ts";
import { ShelfOf } from "../library/shelf.tsx";
import { TakeDialog } from "../take/late-take.ts";
import { Button, buttonLook } from "../ui/button.tsx";
import { ShowCodeButton } from "./show-code-button.tsx";
import type { Space } from "./space-answers.ts";
import { SpaceBar } from "./space-bar.tsx";
import { useFresh } from "./use-fresh.ts";

type SpacePageProps = {
  readonly space: Space;
  readonly articles: readonly LibraryArticle[];
  /** The spaces in which the reader may add articles. */
  readonly addTo: readonly { readonly id: string; readonly name: string }[];
};

export function SpacePage({ space, articles, addTo }: SpacePageProps) {
  const words = useTranslations("space");
  const { role, template, archived } = space;
  const isEditor = role === "owner" || role === "editor";
  const adds = addTo.some(({ id }) => id === space.id);
  // what somebody waits for comes by itself
  useFresh(articles.length === 0 && !isEditor);
  return (
    <>
      <SpaceBar space={space} at="articles" />
      <main className="mx-auto flex max-w-2xl flex-col gap-8 px-6 py-8">
        <div className="flex flex-col gap-3">
          <h1 className="break-words font-serif text-[1.75rem] leading-9">
            <bdi>{space.name}</bdi>
          </h1>
          <div className="flex flex-wrap gap-2">
            {isEditor && !archived && <LetInButton space={space} />}
            <Link
              href={`/spaces/${space.id}/codebook`}
              prefetch={false}
              className={buttonLook("plain")}
            >
              <BookOpen size={16} aria-hidden />
              {words("codebook")}
            </Link>
            {articles.length > 0 && <DownloadButton space={space} />}
          </div>
        </div>
        <section className="flex flex-col gap-2" aria-label={words("articles")}>
          {articles.length === 0 && (
            <p className="text-muted">
              {adds ? words("no-article-editor") : words(`no-article-${template}`)}
            </p>
          )}
          <ShelfOf spaces={addTo} copiesAll={archived}>
            <ArticleRows articles={articles} />
          </ShelfOf>
        </section>
        {adds && (
          <p>
            <AddArticleLink space={space.id} />
          </p>
        )}
      </main>
    </>
  );
}

/** Where a code lets nobody in without an account, people are invited instead. */
function LetInButton({ space }: Pick<SpacePageProps, "space">) {
  const words = useTranslations("space");
  if (space.settings.guestsAllowed || space.code !== null) return <ShowCodeButton space={space} />;
  return (
    <Link
      href={`/spaces/${space.id}/people`}
      prefetch={false}
      className={`${buttonLook("filled")} h-9!`}
    >
      <UserPlus size={16} aria-hidden />
      {words("invite-people")}
    </Link>
  );
}

function DownloadButton({ space: { id, name } }: Pick<SpacePageProps, "space">) {
  const words = useTranslations("space");
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>
        <Download size={16} aria-hidden />
        {words("download")}
      </Button>
      {isOpen && (
        <TakeDialog subject={{ type: "space", id, title: name }} onClose={() => setOpen(false)} />
      )}
    </>
  );
}
