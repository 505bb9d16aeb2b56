// Everything about an article in one page that needs nobody: its text with what was marked, what was said
// of it note by note and label by label, and where it comes from. For people who have to show what they found.

import { FACETS } from "#domain/format-facets.ts";
import { factsOf } from "./evidence-facts.ts";
import { labelsOf } from "./evidence-labels.ts";
import { type FileWords, wordsIn } from "./file-words.ts";
import type { Format, NamedFile } from "./format.ts";
import { originOf, titleOf } from "./html.ts";
import { HtmlBody } from "./html-body.ts";
import { looksOf } from "./html-looks.ts";
import { HtmlNotes } from "./html-notes.ts";
import { pageOf } from "./html-page.ts";
import { isPlaced, type MarkedAnnotation, type MarkedArticle } from "./marked-article.ts";
import { html, type Markup } from "./markup.ts";
import { textFile } from "./text-file.ts";

export const evidence: Format = {
  extension: "html",
  mediaType: "text/html; charset=utf-8",
  writer: { carries: new Set(FACETS), omits: () => new Set(), write },
  reader: null,
};

function write(marked: MarkedArticle, stem: string): NamedFile[] {
  const { article, scheme, language, annotations } = marked;
  const words = wordsIn(language);
  const notes = new HtmlNotes(marked);
  const numbered = numberedIn(annotations);
  const body = html`<header>
<div class="masthead"><b>${words.evidence}</b>
${navigation(words)}</div>
${titleOf(article)}${originOf(article)}${summaryOf(marked)}</header>
<main>
<section aria-labelledby="article"><h2 id="article">${words.article}</h2>
<article class="article" lang="${article.language ?? ""}" dir="auto">
${new HtmlBody(article.content, annotations.filter(isPlaced), words.note).blocks()}</article>
</section>
<section class="beside" aria-labelledby="notes"><h2 id="notes">${words.notes} (${annotations.length})</h2>
${notesOf(numbered, notes, words)}</section>
</main>
<footer>
<section aria-labelledby="labels"><h2 id="labels">${words.byLabel}</h2>
<div class="groups">
${labelsOf(scheme, numbered, words)}</div></section>
<section aria-labelledby="about"><h2 id="about">${words.about}</h2>
${factsOf(marked, notes)}</section>
</footer>
`;
  const css = `${looksOf(scheme)}${LOOKS}`;
  return [
    textFile(`${stem}.html`, pageOf({ language, title: article.title, css, body }).toString()),
  ];
}

/** An annotation with the number by which the page names it. */
export type Numbered = { readonly annotation: MarkedAnnotation; readonly number: number };

/** Those in the text are counted first, in reading order. */
function numberedIn(annotations: readonly MarkedAnnotation[]): Numbered[] {
  const lost = annotations.filter((each) => !isPlaced(each));
  return [...annotations.filter(isPlaced), ...lost].map((annotation, index) => ({
    ...{ annotation, number: index + 1 },
  }));
}

const navigation = ({ article, notes, byLabel, about }: FileWords): Markup =>
  html`<nav><a href="#article">${article}</a> <a href="#notes">${notes}</a> <a href="#labels">${byLabel}</a> <a href="#about">${about}</a></nav>\n`;

/** How much there is of what, and which line is which kind. */
function summaryOf({ scheme: { kinds }, language, annotations }: MarkedArticle): Markup {
  const words = wordsIn(language);
  const numbers = new Intl.NumberFormat(language);
  const people = new Set(annotations.map(({ author }) => author.id));
  const tile = (count: number, name: Markup | string): Markup =>
    html`<li><b>${numbers.format(count)}</b> <span>${name}</span></li>\n`;
  return html`<ul class="summary">
${tile(annotations.length, words.notes)}${tile(people.size, words.people)}${kinds.map(
  ({ id, name }) =>
    tile(
      annotations.filter(({ kind }) => kind === id).length,
      html`<mark class="${id} d1">${name}</mark>`,
    ),
)}</ul>\n`;
}

function notesOf(numbered: readonly Numbered[], notes: HtmlNotes, words: FileWords): Markup {
  const [placed, lost] = [true, false].map((wanted) =>
    numbered
      .filter(({ annotation }) => isPlaced(annotation) === wanted)
      .map(({ annotation, number }) => notes.note(annotation, number, wanted)),
  );
  const below =
    lost?.length === 0
      ? null
      : html`<h3>${words.lost}</h3>\n<ol class="notes">${lost ?? []}</ol>\n`;
  return html`<ol class="notes">${placed ?? []}</ol>\n${below}`;
}

const LOOKS = `
header h1 { margin: 0 0 0.5rem; font: 600 2.25rem/1.2 var(--serif); text-wrap: balance; }
header p { margin: 0 0 0.5rem; }
.masthead { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0 2rem; margin-block-end: 0.75rem; padding-block-start: 0.4rem; border-block-start: 4px solid var(--ink); }
.summary { display: flex; flex-wrap: wrap; gap: 0.75rem clamp(1rem, 4vw, 2.25rem); margin: 1.25rem 0; padding: 0; list-style: none; }
.summary b { display: block; font: 600 1.75rem/1.2 var(--serif); font-variant-numeric: tabular-nums; }
.summary span { color: var(--muted); }
.summary mark { color: var(--ink); }
.groups { columns: 22rem 2; column-gap: 3rem; }
.label { padding-block-end: 1.5rem; }
.label h3 { margin: 0 0 0.25rem; font-size: 1rem; break-inside: avoid; }
.label p { margin: 0 0 0.25rem; break-after: avoid; }
.label ul { margin: 0.5rem 0 0; padding: 0; list-style: none; }
.label li { display: flex; align-items: baseline; gap: 0.6rem; margin-block-end: 0.35rem; break-inside: avoid; }
.label .number { flex: none; min-width: 2.5rem; font-size: 0.8rem; }
.label q { min-width: 0; font-family: var(--serif); }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0.35rem 1.25rem; margin: 0; }
dt { color: var(--muted); }
dd { margin: 0; }
code { font: 0.85em ui-monospace, monospace; overflow-wrap: anywhere; }
@media (width < 40rem) {
  dl { grid-template-columns: 1fr; gap: 0; }
  dd { margin-block-end: 0.6rem; }
}
@media screen {
  nav { display: flex; flex-wrap: wrap; gap: 0 1.25rem; }
  nav a { padding-block: 0.7rem; }
  .notes > li { content-visibility: auto; contain-intrinsic-block-size: auto 9rem; }
}
@media screen and (width >= 68rem) {
  header, main, footer { max-width: 76rem; }
  main { display: grid; grid-template-columns: minmax(0, 1fr) minmax(20rem, 26rem); gap: 3rem; align-items: start; }
  .beside { position: sticky; inset-block-start: 0; max-block-size: 100dvh; padding: 0 0.5rem 2rem; overflow-y: auto; overscroll-behavior: contain; }
}
`;
