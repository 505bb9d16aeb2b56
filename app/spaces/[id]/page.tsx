// A space with its articles.

import type { Metadata } from "next";
import { SpacePage } from "#components/space/space-page.tsx";
import { libraryArticle } from "../../library-article.ts";
import { articlesSchema, readApi, spacesSchema } from "../../read-api.ts";
import { readLanguage, WithWords } from "../../words.tsx";
import { readSpace } from "../read-space.ts";

type Params = { readonly params: Promise<{ readonly id: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { space } = await readSpace((await params).id);
  return { title: space.name };
}

export default async function OneSpacePage({ params }: Params) {
  const { id } = await params;
  const [{ space }, listed, inside, { locale }] = await Promise.all([
    readSpace(id),
    readApi("/articles", articlesSchema),
    readApi("/spaces", spacesSchema),
    readLanguage(),
  ]);
  const articles = listed.ok ? listed.value.articles : [];
  const addTo = inside.ok ? inside.value.spaces.filter(({ mayAdd }) => mayAdd) : [];
  return (
    <WithWords areas={["space", "library", "problems"]}>
      <SpacePage
        space={space}
        addTo={addTo.map(({ id: to, name }) => ({ id: to, name }))}
        articles={articles
          .filter((article) => article.space.id === space.id)
          .map((article) => libraryArticle(article, locale))}
      />
    </WithWords>
  );
}
