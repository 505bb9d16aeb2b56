// The articles of the files: each becomes a new one, goes to one that is there, or is left out.

import { useId } from "react";
import { useTranslations } from "use-intl";
import type { FoundArticle } from "./annotated-answer.ts";
import { ChoiceField } from "./choice-field.tsx";
import { type ArticleChoice, put } from "./choices.ts";
import type { Found } from "./use-found.ts";

type ArticleChoicesProps = {
  readonly found: Found;
  readonly chosen: readonly ArticleChoice[];
  readonly onChoose: (chosen: readonly ArticleChoice[]) => void;
};

export function ArticleChoices({ found, chosen, onChoose }: ArticleChoicesProps) {
  const words = useTranslations("annotated");
  const heading = useId();
  return (
    <section aria-labelledby={heading} className="flex flex-col gap-2">
      <h3 id={heading} className="font-semibold">
        {words("articles")}
      </h3>
      <ul className="border-rule border-t">
        {found.annotated.articles.map((article, at) => (
          <ArticleLine
            key={article.index}
            article={article}
            there={found.articles}
            choice={chosen[at] ?? "out"}
            isEditor={found.isEditor}
            onChoose={(choice) => onChoose(put(chosen, at, choice))}
          />
        ))}
      </ul>
    </section>
  );
}

type ArticleLineProps = {
  readonly article: FoundArticle;
  readonly there: Found["articles"];
  readonly choice: ArticleChoice;
  readonly isEditor: boolean;
  readonly onChoose: (choice: ArticleChoice) => void;
};

function ArticleLine({ article, there, choice, isEditor, onChoose }: ArticleLineProps) {
  const words = useTranslations("annotated");
  const { title, length, beginning, annotations } = article;
  const name = title ?? words("no-title");
  return (
    <li className="grid items-center gap-x-4 gap-y-2 border-rule border-b py-3 sm:grid-cols-[1fr_15rem]">
      <div className="min-w-0">
        <p className="wrap-anywhere font-serif text-[1.0625rem]">
          <bdi>{name}</bdi>
        </p>
        <p className="text-muted text-sm">
          {words("notes", { count: annotations })}
          {length !== null && ` · ${words("characters", { count: length })}`}
        </p>
        {beginning !== "" && (
          <p className="line-clamp-2 text-muted text-sm">
            <bdi>{beginning}</bdi>
          </p>
        )}
        {isEditor && choice === "new" && <ComesAs article={article} />}
      </div>
      <ChoiceField
        name={words("goes-to", { name })}
        value={typeof choice === "string" ? choice : choice.into}
        onChoose={(value) => onChoose(value === "new" || value === "out" ? value : { into: value })}
      >
        <option value="out">{words("leave-out")}</option>
        {length !== null && <option value="new">{words("new-article")}</option>}
        <optgroup label={words("into")}>
          {there.map(({ id, title: called }) => (
            <option key={id} value={id}>
              {words("into-article", { title: called })}
            </option>
          ))}
        </optgroup>
      </ChoiceField>
    </li>
  );
}

/** What the file sets for the article, where that is not what people expect of a new one. */
function ComesAs({ article: { archived, visibility } }: { readonly article: FoundArticle }) {
  const words = useTranslations("annotated");
  return (
    <>
      {archived && <p className="mt-1 text-sm">{words("comes-archived")}</p>}
      {visibility !== null && <p className="mt-1 text-sm">{words(`comes-${visibility}`)}</p>}
    </>
  );
}
