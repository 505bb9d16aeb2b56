import { getSchema } from "@tiptap/core";
import { EditorState, TextSelection } from "@tiptap/pm/state";
import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { articleOf, edit, textAt } from "#domain/anchor/edited-article.test-kit.ts";
import {
  type ArticleNode,
  articleFragment,
  readNodes,
  writeNodes,
} from "#domain/article/article.ts";
import { touchedBy } from "#domain/article/article-text.ts";
import { articleExtensions } from "./article-schema.ts";
import { Projection, showContent } from "./projection.ts";

const schema = getSchema(articleExtensions());
const number = fc.nat();
const anEdit = fc.tuple(number, number, number, number);

/** A reader's editor state that follows an article. */
function follow(article: Y.Doc): { state: EditorState } {
  const fragment = articleFragment(article);
  const projection = new Projection(fragment, schema);
  const reader = { state: EditorState.create({ schema }) };
  const show = (touched: ReadonlySet<unknown>): void => {
    const transaction = showContent(reader.state.tr, projection.content(touched));
    reader.state = reader.state.apply(transaction);
  };
  show(new Set());
  fragment.observeDeep((events) => show(touchedBy(events)));
  return reader;
}

/** The article's document as it must be shown. */
const shownNodes = (article: Y.Doc): unknown => {
  const nodes = readNodes(article);
  const content = nodes.length > 0 ? nodes : [{ type: "paragraph" }];
  return schema.nodeFromJSON({ type: "doc", content }).toJSON();
};

test("[V1] after any edits the reader's document is the article", () => {
  fc.assert(
    fc.property(fc.array(anEdit, { minLength: 1, maxLength: 12 }), (edits) => {
      const article = articleOf("alpha beta", "", "gamma");
      const reader = follow(article);
      for (const each of edits) {
        edit(article, each);
        expect(reader.state.doc.toJSON()).toEqual(shownNodes(article));
      }
    }),
  );
});

test("[V1] nothing is ever written back", () => {
  const article = articleOf("alpha");
  const stranger = new Y.XmlElement("video");
  articleFragment(article).insert(0, [stranger]);
  let updates = 0;
  follow(article);
  article.on("update", () => updates++);
  textAt(article, 0).insert(0, "x");
  expect(updates).toBe(1);
  expect(articleFragment(article).get(0)).toBe(stranger);
});

test("[V2] what the schema does not know is shown as what comes nearest, and never throws", () => {
  const strange: ArticleNode[] = [
    { type: "codeBlock", content: [{ type: "text", text: "code" }] },
    { type: "grid", content: [{ type: "paragraph", content: [{ type: "text", text: "cell" }] }] },
    { type: "bulletList", content: [{ type: "heading", attrs: { level: 12 } }] },
    { type: "listItem", content: [{ type: "blockquote", content: [{ type: "paragraph" }] }] },
    {
      type: "paragraph",
      content: [{ type: "text", text: "words", marks: [{ type: "blink" }] }, { type: "video" }],
    },
  ];
  const article = new Y.Doc();
  const reader = follow(article);
  writeNodes(article, strange);
  expect(reader.state.doc.textContent).toBe("codecellwords");
  articleFragment(article).delete(0, 2);
  expect(reader.state.doc.toJSON()).toEqual(shownNodes(article));
});

test("[V3] an edit elsewhere leaves the reader's selection where it is", () => {
  const article = articleOf("alpha beta gamma", "delta");
  const reader = follow(article);
  const { tr, doc } = reader.state;
  reader.state = reader.state.apply(tr.setSelection(TextSelection.create(doc, 7, 11)));
  textAt(article, 0).insert(0, "so ");
  textAt(article, 0).insert(19, "!");
  textAt(article, 1).delete(0, 2);
  const { from, to } = reader.state.selection;
  expect(reader.state.doc.textBetween(from, to)).toBe("beta");
});

test("[V1] [V3] an edit in a table or a list changes only that cell or item", () => {
  const block = (text: string) => ({ type: "paragraph", content: [{ type: "text", text }] });
  const cell = (text: string) => ({ type: "tableCell", content: [block(text)] });
  const article = new Y.Doc();
  writeNodes(article, [
    {
      type: "table",
      content: [
        { type: "tableRow", content: [cell("one"), cell("two")] },
        { type: "tableRow", content: [cell("three"), cell("four")] },
      ],
    },
    { type: "bulletList", content: [{ type: "listItem", content: [block("five")] }] },
  ]);
  const reader = follow(article);
  const { tr, doc } = reader.state;
  const at = doc.content.size - "five".length - 3;
  reader.state = reader.state.apply(tr.setSelection(TextSelection.create(doc, at, at + 4)));
  textAt(article, 0).insert(3, " more");
  textAt(article, 3).delete(0, 2);
  textAt(article, 4).insert(0, "so ");
  const { from, to } = reader.state.selection;
  expect(reader.state.doc.textBetween(from, to)).toBe("five");
  expect(reader.state.doc.toJSON()).toEqual(shownNodes(article));
});
