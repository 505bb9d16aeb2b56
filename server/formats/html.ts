// One page of HTML, for people: the article with a note behind every passage, and nothing that runs.

import { FACETS } from "#domain/format-facets.ts";
import { wordsIn } from "./file-words.ts";
import type { Format, NamedFile } from "./format.ts";
import { HtmlBody, linkTo } from "./html-body.ts";
import { looksOf } from "./html-looks.ts";
import { HtmlNotes } from "./html-notes.ts";
import { pageOf } from "./html-page.ts";
import {
  beginsWithTitle,
  isPlaced,
  type MarkedArticle,
  type MarkedText,
} from "./marked-article.ts";
import { html, type Markup } from "./markup.ts";
import { textFile } from "./text-file.ts";

export const htmlPage: Format = {
  extension: "html",
  mediaType: "text/html; charset=utf-8",
  writer: { carries: new Set(FACETS), write },
  reader: null,
};

function write(marked: MarkedArticle, stem: string): NamedFile[] {
  const { article, scheme, language, annotations } = marked;
  const words = wordsIn(language);
  const placed = annotations.filter(isPlaced);
  const notes = new HtmlNotes(marked);
  const told = placed.map((each, index) => notes.note(each, index + 1, true));
  const text = new HtmlBody(article.content, placed, words.note).blocks();
  const below =
    told.length === 0
      ? null
      : html`<h2 id="notes">${words.notes}</h2>\n<ol class="notes">${told}</ol>\n`;
  const body = html`<main>
${titleOf(article)}<article class="article" lang="${article.language ?? ""}" dir="auto">
${text}</article>
${originOf(article)}${below}</main>
`;
  const page = pageOf({ language, title: article.title, css: looksOf(scheme), body });
  return [textFile(`${stem}.html`, page.toString())];
}

/** The title, where the text does not begin with it. */
export const titleOf = (article: MarkedText): Markup | null =>
  beginsWithTitle(article)
    ? null
    : html`<h1 dir="auto" lang="${article.language ?? ""}">${article.title}</h1>\n`;

/** Who wrote it, and where and when it was published; null where nobody knows. */
export function originOf({ byline, source, published }: MarkedText): Markup | null {
  const facts = [
    byline && html`<bdi>${byline}</bdi>`,
    source && linkTo(source, source),
    published && html`<time>${published}</time>`,
  ].filter((fact) => fact !== null && fact !== "");
  if (facts.length === 0) return null;
  return html`<p class="muted">${facts.map((fact, index) => html`${index > 0 ? " · " : null}${fact}`)}</p>\n`;
}
