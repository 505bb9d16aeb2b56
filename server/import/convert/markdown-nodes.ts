// A tree of Markdown as blocks of our own.

import type { fromMarkdown } from "mdast-util-from-markdown";
import type { ArticleMark, ArticleNode } from "#domain/article/article.ts";
import { safeImage } from "#domain/article/image.ts";
import { safeHref } from "#domain/article/link.ts";
import { oneLine } from "./clean-words.ts";
import { asItem } from "./html-elements.ts";
import { nodesOfHtml } from "./html-nodes.ts";
import { Line } from "./line.ts";
import { type Cell, tableOf } from "./table-grid.ts";
import type { Tally } from "./tally.ts";

type Root = ReturnType<typeof fromMarkdown>;
type Any = Root["children"][number];
type Of<T extends Any["type"]> = Extract<Any, { type: T }>;
type Marks = readonly ArticleMark[];

/** How deep lists and quotations stand inside each other at most. */
const GROUPS_DEEP = 8;

/** Reads one tree. Links and pictures may be defined anywhere in it. */
export class MarkdownReader {
  readonly #tally: Tally;
  readonly #base: string | null;
  readonly #addresses = new Map<string, string>();
  #line = new Line();
  #nodes: ArticleNode[] = [];
  #depth = 0;
  /** What an element of HTML in a line wants hidden, until it ends; "" outside of one. */
  #hidden = "";

  /** Links count from `base`. */
  constructor(tally: Tally, base: string | null) {
    this.#tally = tally;
    this.#base = base;
  }

  read(root: Root): ArticleNode[] {
    this.#define(root.children);
    return this.#blocks(root.children);
  }

  #define(nodes: readonly Any[]): void {
    for (const node of nodes) {
      if (node.type === "definition" && !this.#addresses.has(node.identifier)) {
        this.#addresses.set(node.identifier, node.url);
      }
      if ("children" in node) this.#define(node.children);
    }
  }

  /** The blocks of these nodes, apart from those around them. */
  #blocks(nodes: readonly Any[]): ArticleNode[] {
    const around = this.#nodes;
    this.#nodes = [];
    for (const node of nodes) this.#block(node);
    this.#end();
    const read = this.#nodes;
    this.#nodes = around;
    return read;
  }

  #block(node: Any): void {
    switch (node.type) {
      case "heading":
        this.#heading(node);
        break;
      case "blockquote":
        this.#quote(node);
        break;
      case "list":
        this.#list(node);
        break;
      case "table":
        this.#table(node);
        break;
      case "thematicBreak":
        this.#end();
        this.#nodes.push({ type: "horizontalRule" });
        break;
      case "code":
        this.#end();
        this.#line.writeAsIs(node.value, []);
        this.#end();
        break;
      case "html":
        this.#html(node.value);
        break;
      case "paragraph":
        this.#inline(node.children, []);
        this.#end();
        break;
      default:
    }
  }

  #heading({ depth, children }: Of<"heading">): void {
    this.#inline(children, []);
    for (const content of this.#line.take()) {
      this.#nodes.push({ type: "heading", attrs: { level: depth }, content });
    }
  }

  #quote({ children }: Of<"blockquote">): void {
    this.#depth++;
    const content = this.#blocks(children);
    this.#depth--;
    if (content.length === 0) return;
    if (this.#depth >= GROUPS_DEEP) this.#nodes.push(...content);
    else this.#nodes.push({ type: "blockquote", content });
  }

  #list({ ordered, start, children }: Of<"list">): void {
    const items: ArticleNode[] = [];
    this.#depth++;
    for (const item of children) {
      const content = this.#blocks(item.children);
      if (content.length > 0) items.push({ type: "listItem", content: asItem(content) });
    }
    this.#depth--;
    if (items.length === 0) return;
    const first = start ?? 1;
    if (this.#depth >= GROUPS_DEEP) {
      this.#nodes.push(...items.flatMap(({ content = [] }) => content));
    } else if (ordered) {
      const attrs = first === 1 ? {} : { attrs: { start: first } };
      this.#nodes.push({ type: "orderedList", ...attrs, content: items });
    } else this.#nodes.push({ type: "bulletList", content: items });
  }

  #table({ children }: Of<"table">): void {
    const rows = children.map(({ children: cells }, index) =>
      cells.map((cell): Cell => {
        this.#inline(cell.children, []);
        const content = this.#line.take().map((words) => ({ type: "paragraph", content: words }));
        return { header: index === 0, colspan: 1, rowspan: 1, content };
      }),
    );
    const table = tableOf(rows);
    if (table !== null) this.#nodes.push(table);
    else this.#nodes.push(...rows.flat().flatMap(({ content }) => content));
  }

  /** A block of HTML is read as such; what it leaves open ends with it. */
  #html(html: string): void {
    const { nodes, notices } = nodesOfHtml(html, this.#base);
    for (const { code, count } of notices) this.#tally.add(code, count);
    this.#nodes.push(...nodes);
  }

  #inline(nodes: readonly Any[], marks: Marks): void {
    for (const node of nodes) this.#piece(node, marks);
  }

  #piece(node: Any, marks: Marks): void {
    if (node.type === "html") this.#tag(node.value);
    if (this.#hidden !== "") return;
    switch (node.type) {
      case "text":
        this.#line.write(node.value, marks);
        break;
      case "inlineCode":
        this.#tally.add("marks-dropped");
        this.#line.write(node.value, marks);
        break;
      case "break":
        this.#line.break();
        break;
      case "strong":
        this.#inline(node.children, withMark(marks, { type: "bold" }));
        break;
      case "emphasis":
        this.#inline(node.children, withMark(marks, { type: "italic" }));
        break;
      case "delete":
        this.#tally.add("marks-dropped");
        this.#inline(node.children, marks);
        break;
      case "link":
        this.#link(node.url, node.children, marks);
        break;
      case "linkReference":
        this.#link(this.#addresses.get(node.identifier) ?? "", node.children, marks);
        break;
      case "image":
        this.#picture(node.url, node.alt ?? "");
        break;
      case "imageReference":
        this.#picture(this.#addresses.get(node.identifier) ?? "", node.alt ?? "");
        break;
      default:
    }
  }

  #link(url: string, children: readonly Any[], marks: Marks): void {
    const isInside = url === "" || url.startsWith("#");
    const href = isInside ? null : safeHref(URL.parse(url, this.#base ?? undefined)?.href);
    if (href === null && !isInside) this.#tally.add("links-dropped");
    const mark = { type: "link", attrs: { href } };
    this.#inline(children, href === null ? marks : withMark(marks, mark));
  }

  /** A picture is a block of its own. */
  #picture(url: string, alt: string): void {
    const src = safeImage(url);
    this.#tally.add(src === null ? "images-dropped" : "images-kept");
    if (src === null) return;
    this.#end();
    const words = oneLine(alt);
    this.#nodes.push({ type: "image", attrs: { src, ...(words === "" ? {} : { alt: words }) } });
  }

  /** A single tag of HTML: of what it surrounds only the words count, and of scripts and styles nothing. */
  #tag(tag: string): void {
    const [, closing, name = ""] = /^<(\/?)([a-z][\w-]*)/i.exec(tag) ?? [];
    const element = name.toLowerCase();
    if (element === "br") this.#line.break();
    if (!/^(?:script|style|svg|math|template|textarea|iframe|object)$/.test(element)) return;
    if (closing === "/") this.#hidden = this.#hidden === element ? "" : this.#hidden;
    else if (this.#hidden === "" && !tag.endsWith("/>")) this.#hidden = element;
  }

  #end(): void {
    this.#hidden = "";
    for (const content of this.#line.take()) this.#nodes.push({ type: "paragraph", content });
  }
}

const withMark = (marks: Marks, mark: ArticleMark): Marks =>
  marks.some(({ type }) => type === mark.type) ? marks : [...marks, mark];
