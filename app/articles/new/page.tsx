// Where articles are brought in.

import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { IntakePage } from "#components/intake/intake-page.tsx";
import { LibraryLink } from "#components/library/library-link.tsx";
import "#components/article/article.css";
import { readApi, sessionSchema, spacesSchema } from "../../read-api.ts";
import { readWords, WithWords } from "../../words.tsx";

type Asked = { readonly searchParams: Promise<{ readonly space?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords("intake"))("new-article") };
}

export default async function NewArticlePage({ searchParams }: Asked) {
  const [{ space: asked }, inside, session, words] = await Promise.all([
    searchParams,
    readApi("/spaces", spacesSchema),
    readApi("/session", sessionSchema),
    readWords("intake"),
  ]);
  const spaces = inside.ok ? inside.value.spaces.filter(({ mayAdd }) => mayAdd) : [];
  const first = spaces.find(({ id }) => id === asked) ?? spaces[0];
  const person = session.ok ? session.value.user : null;
  if (first === undefined || person === null) redirect("/");
  return (
    <>
      <header className="flex h-(--bar) items-center border-rule border-b px-4">
        <LibraryLink name={words("library")} />
      </header>
      <main className="mx-auto flex max-w-2xl flex-col gap-8 px-6 py-8 max-sm:px-4">
        <div className="flex flex-col gap-2">
          <h1 className="font-serif text-[1.75rem] leading-9">{words("new-article")}</h1>
          <p className="text-muted">{words("new-article-why")}</p>
        </div>
        <WithWords areas={["intake", "problems"]}>
          <IntakePage
            spaces={spaces.map(({ id, name }) => ({ id, name }))}
            first={first.id}
            person={person.id}
          />
        </WithWords>
      </main>
    </>
  );
}
