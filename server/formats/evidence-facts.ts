// Where an article comes from, and by what anybody can tell that it is the same text.

import { wordsIn } from "./file-words.ts";
import { linkTo } from "./html-body.ts";
import type { HtmlNotes } from "./html-notes.ts";
import type { MarkedArticle } from "./marked-article.ts";
import { html, type Markup } from "./markup.ts";

export function factsOf(marked: MarkedArticle, notes: HtmlNotes): Markup {
  const { article, url, scheme, versions } = marked;
  const words = wordsIn(marked.language);
  const { source, published, fetchedAt, sourceHash, hash } = article;
  const facts: readonly (readonly [name: string, value: Markup | string | null])[] = [
    [words.source, source && linkTo(source, source)],
    [words.published, published],
    [words.fetched, fetchedAt && notes.time(fetchedAt)],
    [words.sourceHash, sourceHash && html`<code>${sourceHash}</code>`],
    [words.textHash, html`<code>${hash}</code>`],
    ...versions.map(
      (version) =>
        [
          words.version(version.number),
          html`${notes.time(version.at)}, <code>${version.hash}</code>`,
        ] as const,
    ),
    [words.codebook, html`<bdi>${scheme.name}</bdi>, ${words.version(scheme.version)}`],
    [words.place, linkTo(url, url)],
    [words.written, notes.time(new Date().toISOString())],
  ];
  const told = facts.flatMap(([name, value]) =>
    value === null || value === "" ? [] : [html`<dt>${name}</dt><dd>${value}</dd>\n`],
  );
  return html`<dl>\n${told}</dl>\n`;
}
