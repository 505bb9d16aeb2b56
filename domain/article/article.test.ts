import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import {
  type ArticleNode,
  articleFragment,
  nodesOfText,
  readNodes,
  writeNodes,
} from "./article.ts";
import { blocksOfNodes } from "./article-blocks.ts";
import { readText } from "./article-text.ts";
import { IMAGE_LENGTH, safeImage } from "./image.ts";
import { safeHref } from "./link.ts";

const words = (nodes: readonly ArticleNode[]) => blocksOfNodes(nodes).map(({ text }) => text);

describe("pasted text", () => {
  test("[T3] blank lines separate paragraphs, single line feeds stay", () => {
    const nodes = nodesOfText("Title\r\n\r\none\ntwo\n \n\nthree", "Title");
    expect(words(nodes)).toEqual(["Title", "one\ntwo", "three"]);
    expect(nodes.map(({ type }) => type)).toEqual(["heading", "paragraph", "paragraph"]);
  });

  test("[T3] without a blank line every line is a paragraph", () => {
    expect(words(nodesOfText("one\ntwo\n", "Other"))).toEqual(["one", "two"]);
  });

  test("[T3] nothing comes of nothing, and half a character is mended", () => {
    expect(nodesOfText(" \n\n ", "")).toEqual([]);
    expect(words(nodesOfText("a\ud83db\0", ""))).toEqual(["a\ufffdb"]);
  });
});

describe("nodes in a document", () => {
  const marked: ArticleNode[] = [
    { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "Title" }] },
    {
      type: "paragraph",
      content: [
        { type: "text", text: "plain " },
        { type: "text", text: "bold", marks: [{ type: "bold" }] },
        { type: "text", text: " link", marks: [{ type: "link", attrs: { href: "https://a.b/" } }] },
        { type: "hardBreak" },
        { type: "text", text: "end", marks: [{ type: "bold" }, { type: "italic" }] },
      ],
    },
    {
      type: "orderedList",
      attrs: { start: 3 },
      content: [
        {
          type: "listItem",
          content: [{ type: "paragraph", content: [{ type: "text", text: "item" }] }],
        },
      ],
    },
    { type: "horizontalRule" },
    { type: "paragraph" },
  ];

  function documentOf(nodes: readonly ArticleNode[]): Y.Doc {
    const article = new Y.Doc();
    writeNodes(article, nodes);
    return article;
  }

  test("[T4] are read back as they were written", () => {
    expect(readNodes(documentOf(marked))).toEqual(marked);
  });

  test("[T4] runs of text beside each other share one Yjs text", () => {
    const paragraph = articleFragment(documentOf(marked)).get(1);
    expect(paragraph instanceof Y.XmlElement && paragraph.length).toBe(3);
  });

  test("[T6] have the flat text of their document", () => {
    const { blocks } = readText(articleFragment(documentOf(marked)));
    expect(blocksOfNodes(marked)).toEqual(blocks.map(({ start, text }) => ({ start, text })));
  });
});

type Shape = { readonly name: string; readonly text: string; readonly inside: readonly Shape[] };

const NAMES = [
  "paragraph",
  "heading",
  "bulletList",
  "listItem",
  "blockquote",
  "table",
  "tableRow",
  "tableCell",
  "tableHeader",
  "image",
  "horizontalRule",
];
const FOREIGN = ["codeBlock", "tableBody", "figure", "hardBreak", "script"];

/** Trees that no editor of ours would make. */
const aShape: fc.Memo<Shape> = fc.memo((depth) =>
  fc.record({
    name: fc.constantFrom(...NAMES, ...FOREIGN),
    text: fc.constantFrom("", "", "some words", "line\nbreak"),
    inside: depth > 1 ? fc.array(aShape(), { maxLength: 3 }) : fc.constant([]),
  }),
);

function elementOf({ name, text, inside }: Shape): Y.XmlElement {
  const element = new Y.XmlElement(name);
  const children: (Y.XmlElement | Y.XmlText)[] = inside.map(elementOf);
  if (text !== "") children.push(new Y.XmlText(text));
  element.setAttribute("level", "9");
  element.insert(0, children);
  return element;
}

const KNOWN = [...NAMES, "orderedList", "hardBreak", "text"];

function* everyNode(nodes: readonly ArticleNode[]): Generator<ArticleNode> {
  for (const node of nodes) {
    yield node;
    yield* everyNode(node.content ?? []);
  }
}

test("[T5] [T6] whatever a document holds is read as known nodes with the same flat text", () => {
  fc.assert(
    fc.property(fc.array(aShape(4), { maxLength: 4 }), (shapes) => {
      const article = new Y.Doc();
      articleFragment(article).insert(0, shapes.map(elementOf));
      const nodes = readNodes(article);
      for (const { type, text } of everyNode(nodes)) {
        expect(KNOWN).toContain(type);
        expect(text).not.toBe("");
      }
      const { blocks } = readText(articleFragment(article));
      expect(words(nodes)).toEqual(blocks.map(({ text }) => text));
    }),
  );
});

test("[T5] an unknown block keeps its words, unknown marks and objects do not break a text", () => {
  const article = new Y.Doc();
  const code = new Y.XmlElement("codeBlock");
  const text = new Y.XmlText();
  code.insert(0, [text]);
  articleFragment(article).insert(0, [code]);
  text.insert(0, "let", { blink: {}, link: { href: "javascript:alert(1)" }, bold: {} });
  text.insertEmbed(3, { image: "x" }, {});
  expect(readNodes(article)).toEqual([
    {
      type: "paragraph",
      content: [
        { type: "text", text: "let", marks: [{ type: "bold" }] },
        { type: "text", text: "\uFFFC" },
      ],
    },
  ]);
  expect(readText(articleFragment(article)).text).toBe("let\uFFFC");
});

test("[T7] a link leads to http, https or mailto, or nowhere", () => {
  const safe = ["https://example.org/a?b#c", "HTTP://example.org", "mailto:a@b.c"];
  const unsafe = [
    "javascript:alert(1)",
    " https://a.b",
    "java\nscript:x",
    "//a.b",
    "data:,x",
    "",
    7,
  ];
  expect(safe.map(safeHref)).toEqual(safe);
  expect(unsafe.map(safeHref)).toEqual(unsafe.map(() => null));
});

const PIXEL = "data:image/png;base64,iVBORw0KGgo=";

test("[T8] an image is a picture inside the article itself, or nothing, and has no letters", () => {
  const shown = { src: PIXEL, alt: "A dot", caption: "Small", width: 1, height: 1 };
  const article = new Y.Doc();
  writeNodes(article, [
    { type: "image", attrs: shown },
    { type: "image", attrs: { src: "https://elsewhere.example/spy.png", alt: "Spy" } },
    { type: "image", attrs: { src: PIXEL, alt: "", caption: 7, width: -1, height: "1" } },
  ]);
  expect(readNodes(article)).toEqual([
    { type: "image", attrs: shown },
    { type: "image", attrs: { src: PIXEL } },
  ]);
  expect(readText(articleFragment(article)).blocks).toEqual([]);
  const unsafe = [
    "data:image/svg+xml;base64,PHN2Zz4=",
    "data:text/html;base64,PGI+",
    "data:image/png;base64,<b>",
    "//elsewhere.example/spy.png",
    `data:image/png;base64,${"A".repeat(IMAGE_LENGTH)}`,
    7,
  ];
  expect(unsafe.map(safeImage)).toEqual(unsafe.map(() => null));
});

test("[T5] [T6] a table is read row by row, and what is no cell becomes one", () => {
  const cell = (text: string): ArticleNode => ({
    type: "tableCell",
    content: [{ type: "paragraph", content: [{ type: "text", text }] }],
  });
  const header: ArticleNode = { type: "tableHeader", attrs: { colspan: 2 } };
  const rows: ArticleNode[] = [
    { type: "tableRow", content: [header] },
    { type: "tableRow", content: [cell("a"), cell("b")] },
  ];
  const article = new Y.Doc();
  writeNodes(article, [
    {
      type: "table",
      content: [...rows, { type: "paragraph", content: [{ type: "text", text: "c" }] }],
    },
  ]);
  expect(readNodes(article)).toEqual([
    { type: "table", content: [...rows, { type: "tableRow", content: [cell("c")] }] },
  ]);
  expect(readText(articleFragment(article)).text).toBe("a\n\nb\n\nc");
});
