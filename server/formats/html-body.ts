// The article as HTML, with lines below its passages and the number of a note behind each.

import type { ArticleMark, ArticleNode } from "#domain/article/article.ts";
import { safeImage } from "#domain/article/image.ts";
import { safeHref } from "#domain/article/link.ts";
import { KINDS, type KindId } from "#domain/scheme/scheme.ts";
import type { PlacedAnnotation } from "./marked-article.ts";
import { html, Markup } from "./markup.ts";
import { type Step, stepsOf } from "./passage-steps.ts";

/** More annotations over one letter than can be told apart are shown as this many. */
const DEEPEST = 3;

/** Notes have the ids n1, n2, …, and passages p1, p2, …, by the order in which they are given. */
export class HtmlBody {
  readonly #content: readonly ArticleNode[];
  readonly #steps: ArrayIterator<Step<PlacedAnnotation>[]>;
  readonly #numbers: ReadonlyMap<PlacedAnnotation, number>;
  readonly #depths = new Map<KindId, number>();
  readonly #nameOf: (number: number) => string;

  /** `nameOf`: what the link to a note is called. */
  constructor(
    content: readonly ArticleNode[],
    placed: readonly PlacedAnnotation[],
    nameOf: (number: number) => string,
  ) {
    this.#content = content;
    this.#steps = stepsOf(content, placed).values();
    this.#numbers = new Map(placed.map((each, index) => [each, index + 1]));
    this.#nameOf = nameOf;
  }

  blocks(): Markup[] {
    return this.#blocks(this.#content);
  }

  #blocks(nodes: readonly ArticleNode[]): Markup[] {
    return nodes.map((node) => this.#block(node));
  }

  #block(node: ArticleNode): Markup {
    const { type, attrs = {}, content = [] } = node;
    switch (type) {
      case "paragraph":
        return html`<p dir="auto">${this.#line()}</p>\n`;
      case "heading":
        return this.#heading(Number(attrs.level));
      case "bulletList":
        return html`<ul>${this.#blocks(content)}</ul>\n`;
      case "orderedList":
        return html`<ol start="${Number(attrs.start ?? 1)}">${this.#blocks(content)}</ol>\n`;
      case "listItem":
        return html`<li>${this.#blocks(content)}</li>\n`;
      case "blockquote":
        return html`<blockquote>${this.#blocks(content)}</blockquote>\n`;
      case "table":
        return html`<div class="wide" tabindex="0"><table>${this.#blocks(content)}</table></div>\n`;
      case "tableRow":
        return html`<tr>${this.#blocks(content)}</tr>\n`;
      case "tableHeader":
        return html`<th ${spansOf(attrs)}>${this.#blocks(content)}</th>`;
      case "tableCell":
        return html`<td ${spansOf(attrs)}>${this.#blocks(content)}</td>`;
      case "image":
        return imageOf(attrs);
      case "horizontalRule":
        return html`<hr>\n`;
      default:
        return html`${this.#blocks(content)}`;
    }
  }

  #heading(level: number): Markup {
    const name = new Markup(`h${HEADINGS.find((each) => each === level) ?? 1}`);
    return html`<${name} dir="auto">${this.#line()}</${name}>\n`;
  }

  #line(): Markup[] {
    const steps = this.#steps.next().value ?? [];
    return steps.map((step, index) => {
      if ("begin" in step) this.#deepen(step.begin.kind, 1);
      if (!isEnd(steps[index - 1])) this.#endAll(steps, index);
      return this.#step(step);
    });
  }

  #step(step: Step<PlacedAnnotation>): Markup {
    if ("text" in step) return this.#marked(wordsOf(step.text, step.marks));
    if ("begin" in step) return html`<span id="p${this.#numberOf(step.begin)}"></span>`;
    const number = this.#numberOf(step.end);
    // what goes on behind it goes on below it
    return this.#marked(
      html`<sup><a href="#n${number}" aria-label="${this.#nameOf(number)}">${number}</a></sup>`,
    );
  }

  /** Ends all that end in one place: their numbers stand behind all of them. */
  #endAll(steps: readonly Step<PlacedAnnotation>[], from: number): void {
    for (let at = from; ; at++) {
      const step = steps[at];
      if (!isEnd(step)) return;
      this.#deepen(step.end.kind, -1);
    }
  }

  #numberOf(annotation: PlacedAnnotation): number {
    return this.#numbers.get(annotation) ?? 0;
  }

  #deepen(kind: KindId, by: 1 | -1): void {
    this.#depths.set(kind, (this.#depths.get(kind) ?? 0) + by);
  }

  /** Words with a line for each kind that lies over them. */
  #marked(words: Markup): Markup {
    return KINDS.reduce((inner, kind) => {
      const depth = Math.min(DEEPEST, this.#depths.get(kind) ?? 0);
      return depth === 0 ? inner : html`<mark class="${kind} d${depth}">${inner}</mark>`;
    }, words);
  }
}

type End = Extract<Step<PlacedAnnotation>, { readonly end: unknown }>;

const isEnd = (step: Step<PlacedAnnotation> | undefined): step is End =>
  step !== undefined && "end" in step;

const HEADINGS = [1, 2, 3, 4, 5, 6] as const;

function wordsOf(text: string, marks: readonly ArticleMark[]): Markup {
  const lines = text
    .split("\n")
    .map((line, index) => html`${index > 0 ? html`<br>` : null}${line}`);
  const has = (wanted: string): boolean => marks.some(({ type }) => type === wanted);
  const italic = has("italic") ? html`<em>${lines}</em>` : html`${lines}`;
  const styled = has("bold") ? html`<strong>${italic}</strong>` : italic;
  const href = safeHref(marks.find(({ type }) => type === "link")?.attrs?.href);
  return href === null ? styled : linkTo(href, styled);
}

/** A link out of the file; an address that may not be followed stays words. */
export function linkTo(href: string, words: Markup | string): Markup {
  return safeHref(href) === null
    ? html`${words}`
    : html`<a href="${href}" rel="noopener noreferrer nofollow">${words}</a>`;
}

type Attributes = NonNullable<ArticleNode["attrs"]>;

/** The most rows or columns over which HTML lets a cell lie. */
const WIDEST = 1000;

function spansOf({ colspan = 1, rowspan = 1 }: Attributes): Markup {
  const [columns, rows] = [colspan, rowspan].map((span) => Math.min(WIDEST, Number(span)));
  return html`colspan="${columns ?? 1}" rowspan="${rows ?? 1}"`;
}

function imageOf({ src, alt = "", caption = "" }: Attributes): Markup {
  const safe = safeImage(src);
  const words =
    String(caption) === "" ? null : html`<figcaption dir="auto">${String(caption)}</figcaption>`;
  const picture = safe === null ? null : html`<img src="${safe}" alt="${String(alt)}">`;
  return html`<figure>${picture}${words}</figure>\n`;
}
