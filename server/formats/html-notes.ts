// What was said of an article, note by note, as HTML.

import { wordsIn } from "./file-words.ts";
import type { MarkedAnnotation, MarkedArticle } from "./marked-article.ts";
import { html, type Markup } from "./markup.ts";
import { Teller } from "./statement.ts";

/** Writes notes that have the ids n1, n2, … */
export class HtmlNotes {
  readonly #teller: Teller;
  readonly #language: MarkedArticle["language"];
  readonly #dates: Intl.DateTimeFormat;

  constructor(marked: MarkedArticle) {
    this.#teller = new Teller(marked);
    this.#language = marked.language;
    this.#dates = new Intl.DateTimeFormat(marked.language === "en" ? "en-GB" : marked.language, {
      ...{ dateStyle: "medium", timeStyle: "short", timeZone: "UTC", hourCycle: "h23" },
    });
  }

  /** `isPlaced`: whether there is a passage to go back to. */
  note(annotation: MarkedAnnotation, number: number, isPlaced: boolean): Markup {
    const { note, quote, replies, kind } = annotation;
    const { back } = wordsIn(this.#language);
    const facts = this.#teller.facts(annotation);
    const sign = isPlaced
      ? html`<a class="number" href="#p${number}" aria-label="${back(number)}">${number}</a>`
      : html`<span class="number">${number}</span>`;
    return html`<li id="n${number}">
<p>${sign} <mark class="label-of ${kind} d1">${this.#teller.label(annotation)}</mark> ${this.#signed(annotation)}</p>
<blockquote dir="auto">${quote}</blockquote>
${note === "" ? null : html`<p class="said" dir="auto">${note}</p>\n`}${linesOf(facts)}${
  replies.length === 0
    ? null
    : html`<ol class="replies">${replies.map((reply) => this.#reply(reply))}</ol>\n`
}</li>\n`;
  }

  #reply(reply: MarkedAnnotation["replies"][number]): Markup {
    const hidden = linesOf(this.#teller.hidden(reply));
    return html`<li><p>${this.#signed(reply)}</p><p class="said" dir="auto">${reply.text}</p>${hidden}</li>\n`;
  }

  #signed({ author, createdAt }: Pick<MarkedAnnotation, "author" | "createdAt">): Markup {
    return html`<b><bdi>${this.#teller.name(author)}</bdi></b> ${this.time(createdAt)}`;
  }

  /** A moment (ISO 8601), in universal time. */
  time(moment: string): Markup {
    const date = new Date(moment);
    const shown = Number.isNaN(date.getTime()) ? moment : `${this.#dates.format(date)} UTC`;
    return html`<time datetime="${moment}">${shown}</time>`;
  }
}

function linesOf(lines: readonly string[]): Markup | null {
  if (lines.length === 0) return null;
  return html`<ul class="facts">${lines.map((line) => html`<li dir="auto">${line}</li>`)}</ul>\n`;
}
