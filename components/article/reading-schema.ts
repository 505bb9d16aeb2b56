// The schema for reading, in plain ProseMirror: the same nodes and marks as article-schema.ts, which
// show what they hold and can do nothing. Kept apart because most who read never load the rest.

import { type DOMOutputSpec, type MarkSpec, type NodeSpec, Schema } from "@tiptap/pm/model";
import { safeHref } from "#domain/article/link.ts";
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
const element = (tag: string, content: string, group = "block"): NodeSpec => ({
  content,
  ...(group === "" ? {} : { group }),
  toDOM: () => [tag, 0],
});

const cell = (tag: string): NodeSpec => ({
  content: "block*",
  attrs: { colspan: { default: 1 }, rowspan: { default: 1 } },
  toDOM: ({ attrs }) => [tag, spanOf(attrs), 0],
});

const LEVELS: ReadonlySet<unknown> = new Set([1, 2, 3, 4, 5, 6]);

const nodes: Record<string, NodeSpec> = {
  doc: { content: "block+" },
  paragraph: element("p", "inline*"),
  text: { group: "inline" },
  heading: {
    content: "inline*",
    group: "block",
    attrs: { level: { default: 1 } },
    toDOM: ({ attrs: { level } }) => [`h${LEVELS.has(level) ? level : 1}`, 0],
  },
  bulletList: element("ul", "listItem+", "block list"),
  orderedList: {
    content: "listItem+",
    group: "block list",
    attrs: { start: { default: 1 }, type: { default: null } },
    toDOM: ({ attrs: { start } }) => ["ol", start === 1 ? {} : { start }, 0],
  },
  listItem: element("li", "paragraph block*", ""),
  blockquote: element("blockquote", "block+"),
  table: {
    content: "tableRow+",
    group: "block",
    toDOM: () => ["div", { class: TABLE_CLASS }, ["table", ["tbody", 0]]],
  },
  tableRow: element("tr", "(tableCell | tableHeader)*", ""),
  tableCell: cell("td"),
  tableHeader: cell("th"),
  image: { group: "block", attrs: imageDefaults(), toDOM: ({ attrs }) => figureOf(attrs) },
  hardBreak: { group: "inline", inline: true, leafText: () => "\n", toDOM: () => ["br"] },
  horizontalRule: { group: "block", toDOM: () => ["hr"] },
};

const marks: Record<string, MarkSpec> = {
  link: {
    inclusive: false,
    attrs: { href: { default: null } },
    toDOM: (mark) => {
      const href = safeHref(mark.attrs.href);
      return ["a", href === null ? {} : { href, target: "_blank", rel: LINK_REL }, 0];
    },
  },
  bold: { toDOM: () => ["strong", 0] },
  italic: { toDOM: () => ["em", 0] },
};

export const READING_SCHEMA = new Schema({ nodes, marks });
