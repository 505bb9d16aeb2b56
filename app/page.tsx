// The door for a newcomer, the library for everyone else.

import type { ReactNode } from "react";
import { SpaceLists } from "#components/library/article-list.tsx";
import { Door } from "#components/library/door.tsx";
import { hasTag, tagsOf } from "#components/library/library-article.ts";
import { LibrarySearch } from "#components/library/library-search.tsx";
import { PostilMark } from "#components/library/postil-mark.tsx";
import { ShelfOf } from "#components/library/shelf.tsx";
import { SpaceLinks } from "#components/library/space-links.tsx";
import { TagFilter } from "#components/library/tag-filter.tsx";
import { WhoAmI } from "#components/library/who-am-i.tsx";
import { LanguageChoice } from "#components/words/language-choice.tsx";
import type { KindId } from "#domain/scheme/scheme.ts";
import { libraryArticle } from "./library-article.ts";
import { readAccount } from "./read-account.ts";
import { articlesSchema, readApi, sessionSchema, spacesSchema } from "./read-api.ts";
import { Refusal } from "./refusal.tsx";
import { readLanguage, readWords, WithWords } from "./words.tsx";

type Asked = { readonly searchParams: Promise<{ readonly tag?: string | string[] }> };

export default async function HomePage({ searchParams }: Asked) {
  const { tag } = await searchParams;
  const session = await readApi("/session", sessionSchema);
  const me = session.ok ? session.value.user : null;
  return (
    <WithWords areas={["library", "problems"]}>
      {me === null ? (
        <Welcome />
      ) : (
        <Library name={me.name} tag={typeof tag === "string" ? tag : null} />
      )}
    </WithWords>
  );
}

async function Welcome() {
  const words = await readWords("pages");
  return (
    <Door button={words("open-sample")} leadsTo="sample">
      {words.rich("door", {
        claim: kindWord("claim"),
        entity: kindWord("entity"),
        framing: kindWord("framing"),
      })}
    </Door>
  );
}

/** Draws a word as its kind is drawn in an article. */
function kindWord(kind: KindId) {
  return (words: ReactNode) => (
    <span data-kind={kind} className="kind-word">
      {words}
    </span>
  );
}

type LibraryProps = {
  readonly name: string;
  /** Whose articles are wanted; null: all. */
  readonly tag: string | null;
};

async function Library({ name, tag }: LibraryProps) {
  const [inside, listed, { account, mayMakeAccount, provider }, words, { locale }] =
    await Promise.all([
      readApi("/spaces", spacesSchema),
      readApi("/articles", articlesSchema),
      readAccount(),
      readWords("pages"),
      readLanguage(),
    ]);
  if (!inside.ok) return <Refusal title={words("library-closed")} sentence={inside.sentence} />;
  if (!listed.ok) return <Refusal title={words("library-closed")} sentence={listed.sentence} />;
  const { spaces, mayMake } = inside.value;
  const open = spaces.filter(({ archived }) => !archived);
  const archived = spaces.filter(({ archived }) => archived);
  const addTo = open
    .filter(({ mayAdd }) => mayAdd)
    .map(({ id, name: space }) => ({ id, name: space }));
  const isOpen = new Set(open.map(({ id }) => id));
  const articles = listed.value.articles
    .filter(({ space }) => isOpen.has(space.id))
    .map((article) => libraryArticle(article, locale));
  const shown = articles.filter((article) => tag === null || hasTag(article, tag));
  const tags = tagsOf(articles, locale);
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-10 px-6 py-6">
      <header className="flex flex-wrap items-center justify-between gap-4">
        <h1 className="flex items-center gap-2 font-semibold text-[1rem]">
          <PostilMark /> Postil
        </h1>
        <WhoAmI
          name={name}
          hasAccount={account !== null}
          mayMakeAccount={mayMakeAccount || provider !== null}
        />
      </header>
      <main className="flex flex-col gap-10">
        <LibrarySearch tags={tags}>
          <TagFilter tags={tags} chosen={tag} />
          <ShelfOf spaces={addTo}>
            <SpaceLists spaces={open} articles={shown} tag={tag} />
          </ShelfOf>
          {spaces.length === 0 && <p className="text-muted">{words("no-space")}</p>}
          <SpaceLinks mayAdd={addTo.length > 0} mayMake={mayMake} archived={archived} />
        </LibrarySearch>
      </main>
      <footer className="border-rule border-t pt-4">
        <LanguageChoice />
      </footer>
    </div>
  );
}
