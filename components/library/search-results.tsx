"use client";

// What was found, by article: each passage leads to its place.

import Link from "next/link";
import { useTranslations } from "use-intl";
import { directionOf } from "#domain/language-direction.ts";
import { hashTo } from "../desk/linked-words.ts";
import { Glyph } from "../margin/label-name.tsx";
import { useSchemeSpeech } from "../scheme-words/scheme-speech.ts";
import { Button } from "../ui/button.tsx";
import { Wrong } from "../ui/wrong.tsx";
import {
  type Excerpt,
  type Found,
  type FoundArticle,
  type FoundPassage,
  useSearch,
} from "./use-search.ts";

export function SearchResults({ query }: { readonly query: string }) {
  const words = useTranslations("library");
  const { found, more } = useSearch(query);
  return (
    <section
      aria-label={words("found")}
      aria-busy={found?.query !== query}
      className="flex flex-col gap-8"
    >
      <p role="status" className="text-muted text-sm">
        <Summary found={found} />
      </p>
      <Wrong sentence={found?.problem ?? null} />
      {found?.articles.map((article) => (
        <ArticleFound key={article.id} article={article} />
      ))}
      {found !== null && found.next !== null && (
        <Button className="self-start" onClick={() => void more()}>
          {words("more-articles")}
        </Button>
      )}
    </section>
  );
}

function Summary({ found }: { readonly found: Found | null }) {
  const words = useTranslations("library");
  if (found === null) return words("searching");
  if (found.problem !== null) return null;
  const { query, articles, next } = found;
  if (articles.length === 0) {
    return words.rich("nothing-found", { query, bdi: (inner) => <bdi>{inner}</bdi> });
  }
  return words(next === null ? "found-in" : "found-in-first", { count: articles.length });
}

function ArticleFound({ article }: { readonly article: FoundArticle }) {
  const words = useTranslations("library");
  const { id, title, language, space, count } = article;
  const tag = language ?? "";
  const inside = article.passages.filter(({ part }) => part !== "title");
  const rest = count - article.passages.length;
  const headline = article.passages.find(({ part }) => part === "title");
  return (
    <article className="flex flex-col gap-1">
      <h2 className="flex flex-wrap items-baseline gap-x-4">
        <Link
          href={`/articles/${id}`}
          prefetch={false}
          lang={tag}
          dir={directionOf(tag)}
          className="min-h-6 text-pretty font-serif text-[1.1875rem] leading-7 underline-offset-4 hover:underline pointer-coarse:min-h-11"
        >
          {headline ? <Pieces pieces={headline.words} /> : title}
        </Link>
        <bdi className="font-normal text-muted text-sm">{space.name}</bdi>
      </h2>
      <ul className="border-rule border-t">
        {inside.map((passage, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: passages hold nothing of their own
          <li key={index} className="border-rule border-b">
            <PassageFound article={article} passage={passage} />
          </li>
        ))}
      </ul>
      {rest > 0 && <p className="text-muted text-sm">{words("more-inside", { count: rest })}</p>}
    </article>
  );
}

type PassageFoundProps = { readonly article: FoundArticle; readonly passage: FoundPassage };

function PassageFound({ article: { id, language }, passage }: PassageFoundProps) {
  const { part, sign, hidden, quote, words } = passage;
  const tag = language ?? "";
  const inText = part === "text" ? words : quote;
  return (
    <Link
      href={`/articles/${id}${placeOf(passage)}`}
      prefetch={false}
      className="flex flex-col gap-1 py-3 hover:bg-sunken"
    >
      {sign && <Byline sign={sign} passage={passage} />}
      {inText.length > 0 && (
        <span lang={tag} dir={directionOf(tag)} className="wrap-anywhere line-clamp-3 font-serif">
          <Pieces pieces={inText} />
        </span>
      )}
      {part !== "text" && !hidden && words.length > 0 && (
        <span dir="auto" className="wrap-anywhere line-clamp-3">
          <Pieces pieces={words} />
        </span>
      )}
    </Link>
  );
}

/** Where in its article a passage is, as the part of an address from # on. */
function placeOf({ ref, reply, paragraph, words }: FoundPassage): string {
  if (ref !== null) {
    return `#${new URLSearchParams({ annotation: ref, ...(reply !== null && { reply }) })}`;
  }
  const found = words.filter((piece) => piece.found).map(({ text }) => text);
  return paragraph === null ? "" : hashTo({ paragraph, words: [...new Set(found)] });
}

type BylineProps = {
  readonly sign: NonNullable<FoundPassage["sign"]>;
  readonly passage: FoundPassage;
};

/** What the words were marked as, and by whom; of a reply, who replied. */
function Byline({ sign: { kind, glyph, name }, passage }: BylineProps) {
  const { part, author, hidden } = passage;
  const words = useTranslations("library");
  const { say } = useSchemeSpeech();
  return (
    <span className="flex min-w-0 flex-wrap items-center gap-x-2 text-sm">
      <span data-kind={kind} className="flex min-w-0 items-center gap-2">
        <Glyph kind={kind} glyph={glyph} />
        <bdi className="truncate font-semibold text-(--line)">{say(name)}</bdi>
      </span>
      <bdi className="truncate text-muted">{author?.name ?? words("removed-member")}</bdi>
      {part === "reply" && <span className="text-muted">{words("in-reply")}</span>}
      {hidden && <span className="text-muted">{words("hidden-note")}</span>}
    </span>
  );
}

/** An excerpt; what was asked for is underlined and heavier. */
function Pieces({ pieces }: { readonly pieces: Excerpt }) {
  return pieces.map(({ text, found }, index) =>
    found ? (
      <mark
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces never change places
        key={index}
        className="bg-transparent font-semibold text-inherit underline decoration-2 decoration-accent underline-offset-4"
      >
        {text}
      </mark>
    ) : (
      text
    ),
  );
}
