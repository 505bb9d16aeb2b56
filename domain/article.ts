// The article's Y.Doc: its one root, and its content as plain JSON (the shape TipTap reads, too).

import * as Y from "yjs";
import { holdsText, isGroup } from "./article-shape.ts";
import { OBJECT } from "./article-text.ts";
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

/** What an attribute may be: the level of a heading, the first number of a list. */
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

/**
 * Reads one element as nodes: mostly one. An unknown element that holds text is a paragraph, any
 * other gives up its blocks; an empty list or quotation is none.
 */
export function nodesOf(element: Y.XmlElement | Y.XmlText | Y.XmlHook): ArticleNode[] {
  if (!(element instanceof Y.XmlElement)) return [];
  if (holdsText(element)) return [textBlock(element)];
  if (!isGroup(element)) return [{ type: element.nodeName }];
  const name = element.nodeName;
  const isList = name === "bulletList" || name === "orderedList";
  const content = element.toArray().flatMap(isList ? listItem : nodesOf);
  if (content.length === 0) return [];
  if (!isList && name !== "blockquote") return content;
  const start = name === "orderedList" && element.getAttribute("start");
  return [{ type: name, ...(isWhole(start) ? { attrs: { start } } : {}), content }];
}

function listItem(element: Y.XmlElement | Y.XmlText | Y.XmlHook): ArticleNode[] {
  const content = nodesOf(element);
  return content.length === 0 ? [] : [{ type: "listItem", content }];
}

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
