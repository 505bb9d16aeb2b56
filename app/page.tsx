// The door for a newcomer, the library for everyone else.

import type { z } from "zod";
import { ArticleList } from "#components/library/article-list.tsx";
import { JoinForm } from "#components/library/join-form.tsx";
import type { LibraryArticle } from "#components/library/library-article.ts";
import { NewArticleForm } from "#components/library/new-article-form.tsx";
import { PostilMark } from "#components/library/postil-mark.tsx";
import { randomAlias } from "#components/library/random-alias.ts";
import { WhoAmI } from "#components/library/who-am-i.tsx";
import { articlesSchema, readApi, sessionSchema, spacesSchema } from "./read-api.ts";
import { Refusal } from "./refusal.tsx";

export default async function HomePage() {
  const session = await readApi("/session", sessionSchema);
  const me = session.ok ? session.value.user : null;
  return me === null ? <Door /> : <Library name={me.name} />;
}

function Door() {
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col justify-center gap-8 px-6 py-12">
      <div className="flex flex-col gap-4">
        <p className="flex items-center gap-2 font-semibold text-[1rem]">
          <PostilMark /> Postil
        </p>
        <h1 className="text-balance font-serif text-[1.75rem] leading-9">
          Read one article together, and mark its{" "}
          <span data-kind="claim" className="kind-word">
            claims
          </span>
          ,{" "}
          <span data-kind="entity" className="kind-word">
            names
          </span>{" "}
          and{" "}
          <span data-kind="framing" className="kind-word">
            framing
          </span>{" "}
          as you go.
        </h1>
      </div>
      <JoinForm alias={randomAlias()} button="Open the sample article" leadsTo="sample" />
    </main>
  );
}

async function Library({ name }: { readonly name: string }) {
  const [inside, listed] = await Promise.all([
    readApi("/spaces", spacesSchema),
    readApi("/articles", articlesSchema),
  ]);
  if (!inside.ok) return <Refusal title="The library is closed" sentence={inside.sentence} />;
  if (!listed.ok) return <Refusal title="The library is closed" sentence={listed.sentence} />;
  const { spaces } = inside.value;
  const { articles } = listed.value;
  const addTo = spaces.filter(({ role }) => role !== "viewer");
  return (
    <div className="mx-auto flex max-w-2xl flex-col gap-10 px-6 py-6">
      <header className="flex flex-wrap items-center justify-between gap-4">
        <h1 className="flex items-center gap-2 font-semibold text-[1rem]">
          <PostilMark /> Postil
        </h1>
        <WhoAmI name={name} />
      </header>
      <main className="flex flex-col gap-10">
        {spaces.map(({ id, name: space }) => (
          <ArticleList
            key={id}
            space={space}
            articles={articles.filter((article) => article.space.id === id).map(libraryArticle)}
          />
        ))}
        {spaces.length === 0 && (
          <p className="text-muted">You are in no space yet. Ask a teacher or editor for a link.</p>
        )}
        {addTo.length > 0 && (
          <details open={articles.length === 0}>
            <summary className="w-fit rounded-md font-medium text-accent underline-offset-4 hover:underline">
              Add an article from text
            </summary>
            <div className="pt-6">
              <NewArticleForm spaces={addTo.map(({ id, name: space }) => ({ id, name: space }))} />
            </div>
          </details>
        )}
      </main>
    </div>
  );
}

type ListedArticle = z.infer<typeof articlesSchema>["articles"][number];

const libraryArticle = (article: ListedArticle): LibraryArticle => ({
  id: article.id,
  title: article.title,
  language: article.language,
  added: article.createdAt.toLocaleDateString("en-GB", { dateStyle: "medium" }),
});
