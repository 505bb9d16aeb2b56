// HTML as blocks of our own: what is named here comes through, of everything else the words at most.

import { parseHTML } from "linkedom";
import type { ArticleMark, ArticleNode } from "#domain/article/article.ts";
import { safeImage } from "#domain/article/image.ts";
import { safeHref } from "#domain/article/link.ts";
import type { Notice } from "#domain/article/notices.ts";
import { oneLine } from "./clean-words.ts";
import {
  asItem,
  BLOCKS,
  DROPPED,
  ELEMENTS,
  type ElementKind,
  EMBEDS,
  emphasisOf,
  isDataTable,
  isElement,
  isHidden,
  isPixel,
  listOf,
  PLAINED,
  TEXT,
} from "./html-elements.ts";
import { Line } from "./line.ts";
import { type Cell, tableOf } from "./table-grid.ts";
import { Tally } from "./tally.ts";

/** How deep lists, quotations and tables stand inside each other at most, and elements of any kind. */
const GROUPS_DEEP = 8;
const ELEMENTS_DEEP = 400;

export type HtmlNodes = { readonly nodes: ArticleNode[]; readonly notices: Notice[] };

/** Reads a piece of HTML, as other converters make it or people paste it. Links count from `base`. */
export function nodesOfHtml(html: string, base: string | null = null): HtmlNodes {
  const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
  return nodesOfElement(document.body, base);
}

/** Reads what stands inside an element. */
export function nodesOfElement(root: Element, base: string | null): HtmlNodes {
  const tally = new Tally();
  const nodes = new HtmlReader({ tally, base, depth: 0 }).blocks(root);
  return { nodes, notices: tally.notices() };
}

type Surroundings = {
  readonly tally: Tally;
  readonly base: string | null;
  /** How many lists, quotations and tables stand around. */
  readonly depth: number;
};

type Marks = readonly ArticleMark[];

class HtmlReader {
  readonly #around: Surroundings;
  readonly #nodes: ArticleNode[] = [];
  readonly #line = new Line();
  readonly #readers: Readonly<Record<ElementKind, (element: Element, marks: Marks) => void>> = {
    rule: () => void this.#nodes.push({ type: "horizontalRule" }),
    image: (element) => this.#image(element),
    figure: (element, marks) => this.#figure(element, marks),
    verbatim: (element, marks) => this.#verbatim(element, marks),
    heading: (element, marks) => this.#heading(element, marks),
    quote: (element, marks) => this.#quote(element, marks),
    list: (element, marks) => this.#list(element, marks),
    table: (element, marks) => this.#table(element, marks),
  };
  #deep = 0;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  /** The blocks inside an element; a reader reads one. */
  blocks(element: Element, marks: Marks = []): ArticleNode[] {
    this.#children(element, marks);
    this.#end();
    return this.#nodes;
  }

  #children(element: Element, marks: Marks): void {
    if (this.#deep > ELEMENTS_DEEP) {
      this.#line.write(element.textContent ?? "", marks);
      return;
    }
    this.#deep++;
    for (const child of element.childNodes) {
      if (child.nodeType === TEXT) this.#line.write(child.nodeValue ?? "", marks);
      else if (isElement(child) && !isHidden(child)) this.#element(child, marks);
    }
    this.#deep--;
  }

  #element(element: Element, marks: Marks): void {
    const name = element.localName.toLowerCase();
    const embed = EMBEDS.get(name);
    if (embed !== undefined) this.#around.tally.add(embed);
    else if (name === "br") this.#line.break();
    else if (!DROPPED.has(name)) this.#shown(name, element, marks);
  }

  #shown(name: string, element: Element, marks: Marks): void {
    const kind = ELEMENTS.get(name);
    if (kind !== undefined || BLOCKS.has(name)) this.#end();
    if (kind === undefined) this.#inline(name, element, marks);
    else this.#readers[kind](element, marks);
    if (kind !== undefined || BLOCKS.has(name)) this.#end();
  }

  #inline(name: string, element: Element, marks: Marks): void {
    if (name === "q") this.#line.write("“", marks);
    if (PLAINED.has(name)) this.#around.tally.add("marks-dropped");
    this.#children(element, this.#marksIn(name, element, marks));
    if (name === "q") this.#line.write("”", marks);
  }

  #marksIn(name: string, element: Element, marks: Marks): Marks {
    const { bold, italic } = emphasisOf(name, element.getAttribute("style") ?? "");
    const href = name === "a" ? this.#hrefOf(element) : null;
    const types = new Set(marks.map(({ type }) => type));
    return [
      ...marks,
      ...(bold && !types.has("bold") ? [{ type: "bold" }] : []),
      ...(italic && !types.has("italic") ? [{ type: "italic" }] : []),
      ...(href !== null && !types.has("link") ? [{ type: "link", attrs: { href } }] : []),
    ];
  }

  /** Where a link leads; null for one inside the page, and for one that nobody should follow. */
  #hrefOf(element: Element): string | null {
    const written = element.getAttribute("href")?.trim() ?? "";
    if (written === "" || written.startsWith("#")) return null;
    const href = safeHref(URL.parse(written, this.#around.base ?? undefined)?.href);
    if (href === null) this.#around.tally.add("links-dropped");
    return href;
  }

  #image(element: Element, caption = ""): void {
    const src = safeImage(element.getAttribute("src")?.replace(/\s/g, ""));
    if (src === null) {
      if (!isPixel(element)) this.#around.tally.add("images-dropped");
      return;
    }
    this.#around.tally.add("images-kept");
    const alt = oneLine(element.getAttribute("alt"));
    const attrs = { src, ...(alt === "" ? {} : { alt }), ...(caption === "" ? {} : { caption }) };
    this.#nodes.push({ type: "image", attrs });
  }

  /** A picture keeps its caption; that of a picture which stays behind is a paragraph. */
  #figure(element: Element, marks: Marks): void {
    const pictures = [...element.querySelectorAll("img")];
    const [picture] = pictures;
    const caption = oneLine(element.querySelector("figcaption")?.textContent);
    const isKept = pictures.length === 1 && safeImage(picture?.getAttribute("src")) !== null;
    if (picture && isKept) this.#image(picture, caption);
    else this.#children(element, marks);
  }

  #verbatim(element: Element, marks: Marks): void {
    this.#line.writeAsIs((element.textContent ?? "").replace(/^\r?\n/, ""), marks);
  }

  #heading(element: Element, marks: Marks): void {
    this.#children(element, marks);
    const level = Number(element.localName.slice(1));
    for (const content of this.#line.take()) {
      this.#nodes.push({ type: "heading", attrs: { level }, content });
    }
  }

  #quote(element: Element, marks: Marks): void {
    const content = this.#inside(element, marks);
    if (content.length === 0) return;
    if (this.#isTooDeep) this.#nodes.push(...content);
    else this.#nodes.push({ type: "blockquote", content });
  }

  #list(element: Element, marks: Marks): void {
    const items: ArticleNode[] = [];
    for (const child of element.children) {
      if (isHidden(child) || DROPPED.has(child.localName)) continue;
      const content = this.#inside(child, marks, child.localName !== "li");
      if (content.length > 0) items.push({ type: "listItem", content: asItem(content) });
    }
    if (items.length === 0) return;
    if (this.#isTooDeep) this.#nodes.push(...items.flatMap(({ content = [] }) => content));
    else this.#nodes.push(listOf(element, items));
  }

  #table(element: Element, marks: Marks): void {
    const rows = [...element.querySelectorAll("tr")].filter(
      (row) => row.closest("table") === element && !isHidden(row),
    );
    const cells = rows.map((row) =>
      [...row.children].filter(({ localName }) => localName === "td" || localName === "th"),
    );
    const caption = [...element.children].find(({ localName }) => localName === "caption");
    if (caption) this.#nodes.push(...this.#inside(caption, marks));
    const isData = !this.#isTooDeep && isDataTable(element, cells);
    const table = isData ? tableOf(cells.map((row) => row.map((cell) => this.#cell(cell)))) : null;
    if (table !== null) {
      this.#nodes.push(table);
      return;
    }
    if (cells.length > 0) this.#around.tally.add("tables-flattened");
    for (const cell of cells.flat()) this.#nodes.push(...this.#inside(cell, marks));
  }

  #cell(element: Element): Cell {
    return {
      header: element.localName === "th",
      colspan: Number(element.getAttribute("colspan") ?? 1),
      rowspan: Number(element.getAttribute("rowspan") ?? 1),
      content: this.#inside(element, []),
    };
  }

  get #isTooDeep(): boolean {
    return this.#around.depth >= GROUPS_DEEP;
  }

  /** The blocks inside a list item, quotation or cell; with `whole`, the element itself is one of them. */
  #inside(element: Element, marks: Marks, whole = false): ArticleNode[] {
    const reader = new HtmlReader({ ...this.#around, depth: this.#around.depth + 1 });
    reader.#deep = this.#deep + 1;
    if (!whole) return reader.blocks(element, marks);
    reader.#element(element, marks);
    reader.#end();
    return reader.#nodes;
  }

  /** Ends the paragraph that is being read. */
  #end(): void {
    for (const content of this.#line.take()) this.#nodes.push({ type: "paragraph", content });
  }
}
