import { getSchema } from "@tiptap/core";
import type { Schema } from "@tiptap/pm/model";
import { expect, test } from "vitest";
import { ARTICLE_MARKS, ARTICLE_NODES } from "#domain/article/article.ts";
import { articleExtensions } from "./article-schema.ts";
import { READING_SCHEMA } from "./reading-schema.ts";

const writing = getSchema(articleExtensions());

test("[V1] what is read and what is written are made of the same nodes and marks", () => {
  const nodes = [...ARTICLE_NODES, "doc", "text"].toSorted();
  expect(Object.keys(READING_SCHEMA.nodes).toSorted()).toEqual(nodes);
  expect(Object.keys(writing.nodes).toSorted()).toEqual(nodes);
  expect(Object.keys(READING_SCHEMA.marks).toSorted()).toEqual([...ARTICLE_MARKS].toSorted());
  expect(Object.keys(writing.marks).toSorted()).toEqual([...ARTICLE_MARKS].toSorted());
});

test("[V4] a node or mark is shown as the same element with the same attributes", () => {
  const article = {
    type: "doc",
    content: [
      { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "Head" }] },
      {
        type: "orderedList",
        attrs: { start: 3 },
        content: [{ type: "listItem", content: [{ type: "paragraph" }] }],
      },
      { type: "bulletList", content: [{ type: "listItem", content: [{ type: "paragraph" }] }] },
      { type: "blockquote", content: [{ type: "paragraph" }] },
      { type: "horizontalRule" },
      {
        type: "table",
        content: [
          { type: "tableRow", content: [cell("tableHeader", { colspan: 2 })] },
          { type: "tableRow", content: [cell("tableCell"), cell("tableCell")] },
        ],
      },
      { type: "image", attrs: { src: PIXEL, alt: "A dot", caption: "Small", width: 1, height: 1 } },
      { type: "image", attrs: { src: "https://elsewhere.example/spy.png" } },
      {
        type: "paragraph",
        content: [
          { type: "text", text: "b", marks: [{ type: "bold" }] },
          { type: "text", text: "i", marks: [{ type: "italic" }] },
          { type: "hardBreak" },
          {
            type: "text",
            text: "l",
            marks: [{ type: "link", attrs: { href: "https://a.example" } }],
          },
        ],
      },
    ],
  };
  expect(shown(READING_SCHEMA, article)).toEqual(shown(writing, article));
});

const PIXEL = "data:image/png;base64,iVBORw0KGgo=";

const cell = (type: string, attrs = {}) => ({ type, attrs, content: [{ type: "paragraph" }] });

/** Every element of an article in order: its tag, and the attributes that say something. */
function shown(schema: Schema, article: object): string[] {
  const elements: string[] = [];
  schema.nodeFromJSON(article).descendants((node) => {
    if (!node.isText) elements.push(elementOf(node.type.spec.toDOM?.(node)));
    for (const mark of node.marks) elements.push(elementOf(mark.type.spec.toDOM?.(mark, true)));
  });
  return elements;
}

function elementOf(spec: unknown): string {
  const [tag, attributes] = Array.isArray(spec) ? spec : [];
  const said = Object.entries(typeof attributes === "object" && attributes ? attributes : {})
    .filter(([, value]) => value !== null && value !== undefined)
    .toSorted();
  return JSON.stringify([tag, said]);
}
