// The editor's schema for reading: the same nodes and marks as article-schema.ts, which show what
// they hold and can do nothing. Kept apart because most who read never load the rest.

import { type Extensions, Mark, Node } from "@tiptap/core";
import type { DOMOutputSpec } from "@tiptap/pm/model";
import { safeHref } from "#domain/link.ts";
import { captionOf, imageAttributes, LINK_REL, spanOf, TABLE_CLASS } from "./article-elements.ts";

/** The attributes of an image. */
export const imageDefaults = () => ({
  src: { default: null },
  alt: { default: null },
  caption: { default: null },
  width: { default: null },
  height: { default: null },
});

/** An image with its caption, as the editor shows it. */
export function figureOf(attrs: Readonly<Record<string, unknown>>): DOMOutputSpec {
  const caption = captionOf(attrs);
  const picture = ["img", imageAttributes(attrs) ?? {}] as const;
  return caption === null ? ["figure", picture] : ["figure", picture, ["figcaption", caption]];
}

/** What the editor shows as this element, with its content inside. */
const element = (name: string, tag: string, content: string, group = "block"): Node =>
  Node.create({ name, group, content, renderHTML: () => [tag, 0] });

/** The same for an element that holds nothing. */
const leaf = (name: string, tag: string, group: string, inline = false): Node =>
  Node.create({ name, group, inline, renderHTML: () => [tag], renderText: () => "\n" });

const heading = Node.create({
  name: "heading",
  group: "block",
  content: "inline*",
  addAttributes: () => ({ level: { default: 1 } }),
  renderHTML: ({ node }) => [`h${LEVELS.has(node.attrs.level) ? node.attrs.level : 1}`, 0],
});

const LEVELS: ReadonlySet<unknown> = new Set([1, 2, 3, 4, 5, 6]);

const orderedList = Node.create({
  name: "orderedList",
  group: "block list",
  content: "listItem+",
  addAttributes: () => ({ start: { default: 1 }, type: { default: null } }),
  renderHTML: ({ node: { attrs } }) => ["ol", attrs.start === 1 ? {} : { start: attrs.start }, 0],
});

const cell = (name: string, tag: string): Node =>
  Node.create({
    name,
    content: "block*",
    addAttributes: () => ({ colspan: { default: 1 }, rowspan: { default: 1 } }),
    renderHTML: ({ node }) => [tag, spanOf(node.attrs), 0],
  });

const table = Node.create({
  name: "table",
  group: "block",
  content: "tableRow+",
  renderHTML: () => ["div", { class: TABLE_CLASS }, ["table", ["tbody", 0]]],
});

const image = Node.create({
  name: "image",
  group: "block",
  addAttributes: imageDefaults,
  renderHTML: ({ node }) => figureOf(node.attrs),
});

const link = Mark.create({
  name: "link",
  inclusive: false,
  addAttributes: () => ({ href: { default: null } }),
  renderHTML: ({ mark }) => {
    const href = safeHref(mark.attrs.href);
    return ["a", href === null ? {} : { href, target: "_blank", rel: LINK_REL }, 0];
  },
});

/** The extensions for reading. */
export function readingExtensions(): Extensions {
  return [
    Node.create({ name: "doc", topNode: true, content: "block+" }),
    element("paragraph", "p", "inline*"),
    Node.create({ name: "text", group: "inline" }),
    heading,
    element("bulletList", "ul", "listItem+", "block list"),
    orderedList,
    element("listItem", "li", "paragraph block*", ""),
    element("blockquote", "blockquote", "block+"),
    table,
    element("tableRow", "tr", "(tableCell | tableHeader)*", ""),
    cell("tableCell", "td"),
    cell("tableHeader", "th"),
    image,
    leaf("hardBreak", "br", "inline", true),
    leaf("horizontalRule", "hr", "block"),
    link,
    Mark.create({ name: "bold", renderHTML: () => ["strong", 0] }),
    Mark.create({ name: "italic", renderHTML: () => ["em", 0] }),
  ];
}
