// The article's Y.Doc: its one root, and its content as plain JSON (the shape TipTap reads, too).

import * as Y from "yjs";

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
  const clean = text.replace(/\r\n?/g, "\n").replaceAll("\0", "").trim();
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

/** Writes nodes into an empty article document, in one transaction. Marks are not written. */
export function writeNodes(article: Y.Doc, nodes: readonly ArticleNode[]): void {
  article.transact(() => articleFragment(article).insert(0, nodes.map(toElement)));
}

function toElement(node: ArticleNode): Y.XmlElement | Y.XmlText {
  if (node.text !== undefined) return new Y.XmlText(node.text);
  const element = new Y.XmlElement<Record<string, Attribute>>(node.type);
  for (const [name, value] of Object.entries(node.attrs ?? {})) element.setAttribute(name, value);
  element.insert(0, (node.content ?? []).map(toElement));
  return element as Y.XmlElement;
}

/** Reads the article as nodes, marks included. */
export function readNodes(article: Y.Doc): ArticleNode[] {
  return articleFragment(article).toArray().flatMap(fromYjs);
}

function fromYjs(node: Y.XmlElement | Y.XmlText | Y.XmlHook): ArticleNode[] {
  if (node instanceof Y.XmlText) return fromText(node);
  if (!(node instanceof Y.XmlElement)) return [];
  const attrs: Record<string, Attribute> = Object.fromEntries(
    Object.entries(node.getAttributes()).filter(
      (pair): pair is [string, string] => pair[1] != null,
    ),
  );
  const content = node.toArray().flatMap(fromYjs);
  return [
    {
      type: node.nodeName,
      ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
      ...(content.length > 0 ? { content } : {}),
    },
  ];
}

function fromText(node: Y.XmlText): ArticleNode[] {
  const runs = node.toDelta() as readonly {
    insert: unknown;
    attributes?: Record<string, unknown>;
  }[];
  return runs.flatMap(({ insert, attributes }) => {
    if (typeof insert !== "string") return [];
    // y-tiptap calls a mark that may overlap itself `name--hash`
    const marks = Object.entries(attributes ?? {}).map(([name, attrs]) => ({
      type: name.replace(/--.*$/, ""),
      ...(typeof attrs === "object" && attrs !== null ? { attrs: { ...attrs } } : {}),
    }));
    return [{ type: "text", text: insert, ...(marks.length > 0 ? { marks } : {}) }];
  });
}
