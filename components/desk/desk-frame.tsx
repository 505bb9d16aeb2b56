// The article screen without its tools: bar, text column, margin. Drawn once, by the server.

import Link from "next/link";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { directionOf } from "#domain/language-direction.ts";
import { LibraryLink } from "../library/library-link.tsx";
import type { DeskArticle } from "./desk-article.ts";
import type { DeskSlots } from "./desk-slots.ts";

type DeskFrameProps = {
  readonly article: DeskArticle;
  /** What is alive is drawn into these. */
  readonly slots: DeskSlots;
  /** The text as the server rendered it, until the live one stands in its place. */
  readonly children: ReactNode;
};

export function DeskFrame({ article, slots, children }: DeskFrameProps) {
  const words = useTranslations("desk");
  const { language } = article;
  return (
    <>
      <header className="sticky top-0 z-30 bg-paper">
        <div className="flex h-(--bar) items-center gap-3 border-rule border-b px-4 max-sm:gap-1 max-sm:px-2">
          <LibraryLink name={words("library")} />
          <Title article={article} />
          <div
            ref={slots.tools}
            className="ms-auto flex shrink-0 items-center gap-1 max-sm:gap-0"
          />
        </div>
        <div ref={slots.notice} />
        <div role="status">{article.archived && <Archived article={article} />}</div>
      </header>
      <main className="mx-auto grid max-w-6xl grid-cols-1 gap-x-10 px-5 pt-8 pb-[40vh] md:grid-cols-[minmax(0,1fr)_15rem] md:gap-x-6 md:pt-12 lg:grid-cols-[minmax(0,40rem)_18rem] lg:justify-center lg:gap-x-10 xl:grid-cols-[minmax(0,40rem)_20rem]">
        <NarrowTitle article={article} />
        <Origin article={article} />
        <div
          ref={slots.article}
          data-article
          lang={language}
          dir={directionOf(language)}
          className="min-w-0 md:col-start-1"
        >
          <div ref={slots.text} className="article-frame">
            {/* Always there: the live text is put behind it */}
            <div ref={slots.toolbar} className="article-toolbar" />
            {children}
          </div>
        </div>
        <aside
          ref={slots.margin}
          aria-label={words("notes")}
          className="relative min-w-0 max-md:hidden"
        />
      </main>
    </>
  );
}

/** What it means that the article or its space is archived. */
function Archived({ article: { seesAll } }: { readonly article: DeskArticle }) {
  const words = useTranslations("desk");
  return (
    <p className="border-rule border-b bg-sunken px-4 py-2 text-center text-sm">
      {words(seesAll ? "archived" : "archived-own")}
    </p>
  );
}

type TitleProps = { readonly article: DeskArticle };

/** The page's headline, where the text has none of its own. */
function Title({ article: { headed, title, space, language } }: TitleProps) {
  const Name = headed ? "p" : "h1";
  return (
    <div className="flex min-w-0 items-baseline gap-2">
      <Name lang={language} dir="auto" className="truncate font-medium max-[22.5rem]:hidden">
        {title}
      </Name>
      <Link
        href={`/spaces/${space.id}`}
        prefetch={false}
        className="max-w-48 shrink-0 truncate py-1 text-muted text-sm underline-offset-4 hover:underline pointer-coarse:py-3 max-lg:hidden"
      >
        <bdi>{space.name}</bdi>
      </Link>
    </div>
  );
}

/** The same above the text, where the tools leave no room for it in the bar. */
function NarrowTitle({ article: { headed, title, language } }: TitleProps) {
  return headed ? null : (
    <h1 lang={language} dir="auto" className="pb-4 font-medium min-[22.51rem]:hidden">
      {title}
    </h1>
  );
}

function Origin({ article: { byline, source } }: { readonly article: DeskArticle }) {
  if (!byline && !source) return null;
  return (
    <p className="pb-4 text-muted md:col-span-2">
      {byline && <bdi>{byline}</bdi>}
      {byline && source && " · "}
      {source && <bdi>{source}</bdi>}
    </p>
  );
}
