// The editor's schema: exactly the nodes and marks that an article may be made of.

import { type Extensions, Node } from "@tiptap/core";
import { Table, TableCell, TableHeader, TableRow } from "@tiptap/extension-table";
import { StarterKit } from "@tiptap/starter-kit";
import { safeImage } from "#domain/article/image.ts";
import { safeHref } from "#domain/article/link.ts";
import { LINK_REL, spanOf, TABLE_CLASS } from "./article-elements.ts";
import { figureOf, imageDefaults } from "./reading-schema.ts";

/** The extensions for writing; a binding comes beside them. */
export function articleExtensions(): Extensions {
  return [
    StarterKit.configure({
      code: false,
      codeBlock: false,
      strike: false,
      underline: false,
      undoRedo: false,
      trailingNode: false,
      dropcursor: false,
      link: {
        openOnClick: false,
        HTMLAttributes: { target: "_blank", rel: LINK_REL, class: null },
        isAllowedUri: (href) => safeHref(href) !== null,
      },
    }),
    table,
    TableRow,
    TableCell.extend(cell("td")),
    TableHeader.extend(cell("th")),
    image,
  ];
}

const table = Table.extend({
  renderHTML: () => ["div", { class: TABLE_CLASS }, ["table", ["tbody", 0]]],
}).configure({ View: null });

/** A cell without widths and alignment, which an article does not have. */
const cell = (tag: string) => ({
  addAttributes: () => ({
    colspan: { default: 1, parseHTML: spanIn("colspan") },
    rowspan: { default: 1, parseHTML: spanIn("rowspan") },
    colwidth: { default: null, rendered: false, parseHTML: () => null },
  }),
  renderHTML: ({ node }: { node: { attrs: Readonly<Record<string, unknown>> } }) =>
    [tag, spanOf(node.attrs), 0] as const,
});

/** How many columns or rows a cell fills that is pasted. */
const spanIn = (name: string) => (pasted: Element) => Number(pasted.getAttribute(name)) || 1;

const image = Node.create({
  name: "image",
  group: "block",
  draggable: true,
  addAttributes: imageDefaults,
  parseHTML: () => [
    { tag: "figure", getAttrs: (pasted) => imageIn(pasted, pasted.querySelector("img")) },
    { tag: "img", getAttrs: (pasted) => imageIn(null, pasted) },
  ],
  renderHTML: ({ node }) => figureOf(node.attrs),
});

/** The image in pasted HTML; false when it is none of an article's own. */
function imageIn(figure: Element | null, picture: Element | null) {
  const src = safeImage(picture?.getAttribute("src"));
  if (picture === null || src === null) return false;
  const size = (name: string) => Number.parseInt(picture.getAttribute(name) ?? "", 10) || null;
  return {
    src,
    alt: picture.getAttribute("alt"),
    caption: figure?.querySelector("figcaption")?.textContent || null,
    width: size("width"),
    height: size("height"),
  };
}
