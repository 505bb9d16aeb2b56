// The article's Y.Doc: its one root, and its content as plain JSON (the shape TipTap reads, too).

import * as Y from "yjs";
import { holdsText, isGroup } from "./article-shape.ts";
import { OBJECT } from "./article-text.ts";
import { safeImage } from "./image.ts";
import { safeHref } from "./link.ts";

/** The root of the article's text; TipTap's Collaboration extension calls it `field`. */
const ROOT = "default";

/** The only root types that an article may hold. */
export const ARTICLE_ROOTS: readonly string[] = [ROOT];

/** The nodes and marks that an article may be made of; the editor's schema has exactly these. */
export const ARTICLE_NODES = [
  "paragraph",
  "heading",
  "bulletList",
  "orderedList",
  "listItem",
  "blockquote",
  "table",
  "tableRow",
  "tableCell",
  "tableHeader",
  "image",
  "hardBreak",
  "horizontalRule",
] as const;
export const ARTICLE_MARKS = ["bold", "italic", "link"] as const;

/** The longest text of an article, in UTF-16 code units. */
export const ARTICLE_LENGTH = 2_000_000;

export type ArticleMark = {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
};

/** What an attribute may be: the level of a heading, the first number of a list, the source of an image. */
type Attribute = string | number | boolean;

/** A node of the article: an element with `content`, or a run of `text` with `marks`. */
export type ArticleNode = {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, Attribute>>;
  readonly content?: readonly ArticleNode[];
  readonly text?: string;
  readonly marks?: readonly ArticleMark[];
};

/** The fragment that holds the article's text. */
export function articleFragment(article: Y.Doc): Y.XmlFragment {
  return article.getXmlFragment(ROOT);
}

/**
 * Turns pasted text into nodes. Blank lines separate paragraphs and single line feeds inside them
 * stay as hard breaks; in a text without any blank line every line is a paragraph. A first
 * paragraph that equals `title` becomes the headline.
 */
export function nodesOfText(text: string, title: string): ArticleNode[] {
  const clean = text.toWellFormed().replace(/\r\n?/g, "\n").replaceAll("\0", "").trim();
  const separator = /\n[^\S\n]*\n\s*/;
  const paragraphs = separator.test(clean) ? clean.split(separator) : clean.split(/\n/);
  return paragraphs
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "")
    .map((paragraph, index) =>
      index === 0 && paragraph === title.trim()
        ? { type: "heading", attrs: { level: 1 }, content: [{ type: "text", text: paragraph }] }
        : { type: "paragraph", content: inline(paragraph) },
    );
}

function inline(paragraph: string): ArticleNode[] {
  return paragraph
    .split("\n")
    .flatMap((line, index): ArticleNode[] => [
      ...(index > 0 ? [{ type: "hardBreak" }] : []),
      ...(line === "" ? [] : [{ type: "text", text: line }]),
    ]);
}

/** Writes nodes into an empty article document, in one transaction. */
export function writeNodes(article: Y.Doc, nodes: readonly ArticleNode[]): void {
  article.transact(() => articleFragment(article).insert(0, nodes.map(toElement)));
}

/** A node as a Yjs element that stands in no document yet. */
export function toElement(node: ArticleNode): Y.XmlElement {
  const element = new Y.XmlElement<Record<string, Attribute>>(node.type);
  for (const [name, value] of Object.entries(node.attrs ?? {})) element.setAttribute(name, value);
  element.insert(0, toChildren(node.content ?? []));
  return element as Y.XmlElement;
}

/** What stands inside an element. Runs of text beside each other become one `Y.XmlText`: the editor's binding expects no other. */
export function toChildren(nodes: readonly ArticleNode[]): (Y.XmlElement | Y.XmlText)[] {
  const children: (Y.XmlElement | Y.XmlText)[] = [];
  let text: Y.XmlText | null = null;
  let length = 0;
  for (const node of nodes) {
    if (node.text === undefined) {
      children.push(toElement(node));
      text = null;
      continue;
    }
    if (text === null) {
      text = new Y.XmlText();
      length = 0;
      children.push(text);
    }
    text.insert(length, node.text, toAttributes(node.marks));
    length += node.text.length;
  }
  return children;
}

/** An empty object, too, says something: that the marks of the run before end here. */
function toAttributes(marks: readonly ArticleMark[] = []): Record<string, object> {
  return Object.fromEntries(marks.map(({ type, attrs }) => [type, { ...attrs }]));
}

/** Reads the article as nodes that all are in `ARTICLE_NODES`, with marks of `ARTICLE_MARKS`. */
export function readNodes(article: Y.Doc): ArticleNode[] {
  return articleFragment(article).toArray().flatMap(nodesOf);
}

/** What is read as blocks: what an element of Yjs may hold. */
type Child = Y.XmlElement | Y.XmlText | Y.XmlHook;

/**
 * Reads one element as nodes: mostly one. An unknown element that holds text is a paragraph, any
 * other gives up its blocks; an empty list, quotation or table is none.
 */
export function nodesOf(element: Child): ArticleNode[] {
  if (!(element instanceof Y.XmlElement)) return [];
  if (holdsText(element)) return [textBlock(element)];
  if (!isGroup(element)) return leaf(element);
  switch (element.nodeName) {
    case "bulletList":
      return group(element, listItem);
    case "orderedList":
      return group(element, listItem, wholeAttributes(element, ["start"], 0));
    case "blockquote":
      return group(element, nodesOf);
    case "table":
      return group(element, tableRow);
    default:
      return element.toArray().flatMap(nodesOf);
  }
}

type Attributes = NonNullable<ArticleNode["attrs"]>;

/** An element with what `read` makes of its children; nothing when it holds nothing. */
function group(
  element: Y.XmlElement,
  read: (child: Child) => ArticleNode[],
  attrs: Attributes = {},
): ArticleNode[] {
  const content = element.toArray().flatMap(read);
  return content.length === 0 ? [] : [{ type: element.nodeName, ...some(attrs), content }];
}

function listItem(element: Child): ArticleNode[] {
  const content = nodesOf(element);
  return content.length === 0 ? [] : [{ type: "listItem", content }];
}

function tableRow(element: Child): ArticleNode[] {
  const isRow = element instanceof Y.XmlElement && element.nodeName === "tableRow";
  const content = isRow ? element.toArray().flatMap(tableCell) : tableCell(element);
  return content.length === 0 ? [] : [{ type: "tableRow", content }];
}

/** A cell may be empty, or its row would lose a column. */
function tableCell(element: Child): ArticleNode[] {
  if (!(element instanceof Y.XmlElement)) return [];
  const content = nodesOf(element);
  const isHeader = element.nodeName === "tableHeader";
  if (!isHeader && element.nodeName !== "tableCell") {
    return content.length === 0 ? [] : [{ type: "tableCell", content }];
  }
  const attrs = wholeAttributes(element, ["colspan", "rowspan"]);
  return [{ type: element.nodeName, ...some(attrs), ...(content.length > 0 ? { content } : {}) }];
}

/** A rule or an image; one that cannot be shown is nothing. */
function leaf(element: Y.XmlElement): ArticleNode[] {
  if (element.nodeName !== "image") return [{ type: element.nodeName }];
  const src = safeImage(element.getAttribute("src"));
  if (src === null) return [];
  const words = ["alt", "caption"].flatMap((name) => {
    const value: unknown = element.getAttribute(name);
    return typeof value === "string" && value !== "" ? [[name, value]] : [];
  });
  const attrs = {
    src,
    ...Object.fromEntries(words),
    ...wholeAttributes(element, ["width", "height"]),
  };
  return [{ type: "image", attrs }];
}

/** Those of an element's attributes that are whole numbers, `least` or more. */
function wholeAttributes(element: Y.XmlElement, names: readonly string[], least = 1): Attributes {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value: unknown = element.getAttribute(name);
      return isWhole(value) && value >= least ? [[name, value]] : [];
    }),
  );
}

const some = (attrs: Attributes): Pick<ArticleNode, "attrs"> =>
  Object.keys(attrs).length > 0 ? { attrs } : {};

function textBlock(element: Y.XmlElement): ArticleNode {
  const content = element.toArray().flatMap(inlineNodes);
  const type = element.nodeName === "heading" ? "heading" : "paragraph";
  return {
    type,
    ...(type === "heading" ? { attrs: { level: levelOf(element.getAttribute("level")) } } : {}),
    ...(content.length > 0 ? { content } : {}),
  };
}

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value);

function levelOf(value: unknown): number {
  return isWhole(value) && value >= 1 && value <= 6 ? value : 1;
}

/** Whatever is no text takes one unit of the flat text, as a hard break does. */
function inlineNodes(node: Y.XmlElement | Y.XmlText | Y.XmlHook): ArticleNode[] {
  if (node instanceof Y.XmlText) return textNodes(node);
  return node instanceof Y.XmlElement ? [{ type: "hardBreak" }] : [];
}

function textNodes(node: Y.XmlText): ArticleNode[] {
  const runs = node.toDelta() as readonly {
    insert: unknown;
    attributes?: Record<string, unknown>;
  }[];
  return runs.map(({ insert, attributes }) => {
    const marks = Object.entries(attributes ?? {}).flatMap(markOf);
    return {
      type: "text",
      text: typeof insert === "string" ? insert : OBJECT,
      ...(marks.length > 0 ? { marks } : {}),
    };
  });
}

function markOf([key, attrs]: [string, unknown]): ArticleMark[] {
  const type = key.replace(/--.*$/, ""); // the binding calls a mark that may overlap itself `name--hash`
  if (type === "bold" || type === "italic") return [{ type }];
  if (type !== "link" || typeof attrs !== "object" || attrs === null) return [];
  const href = safeHref("href" in attrs ? attrs.href : null);
  return href === null ? [] : [{ type, attrs: { href } }];
}
