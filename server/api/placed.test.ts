import { expect, test } from "vitest";
import * as Y from "yjs";
import type { Anchor } from "#domain/anchor/anchor.ts";
import type { Annotation } from "#domain/annotation/annotation.ts";
import { articleFragment, writeNodes } from "#domain/article/article.ts";
import { type ArticleText, readText } from "#domain/article/article-text.ts";
import { paragraphOf } from "../sync/test-server.ts";
import { inReadingOrder } from "./placed.ts";

function textOf(words: string): ArticleText {
  const doc = new Y.Doc();
  writeNodes(doc, paragraphOf(words));
  return readText(articleFragment(doc));
}

/** An anchor whose positions are dead; `onSought` hears when its words are looked for. */
const anchorOf = (words: string, onSought: () => void): Anchor => ({
  start: { client: 1, clock: 0 },
  end: { client: 1, clock: 0 },
  prefix: "",
  suffix: "",
  get quote() {
    onSought();
    return words;
  },
});

const annotationOf = (id: string, anchor: Anchor): Annotation => ({
  id,
  author: "ada",
  kind: "claim",
  label: null,
  note: "",
  attributes: {},
  answered: {},
  anchor,
  createdAt: 1,
});

test("[H15] an annotation is sought once in a text, and again in another", async () => {
  let sought = 0;
  const annotations = [
    annotationOf(
      "b",
      anchorOf("gone from here", () => sought++),
    ),
    annotationOf(
      "a",
      anchorOf("the words", () => sought++),
    ),
  ];
  const text = textOf("Here are the words.");
  const first = await inReadingOrder(text, annotations);
  expect(first.map(({ annotation, range }) => [annotation.id, range])).toEqual([
    ["a", { start: 9, end: 18 }],
    ["b", null],
  ]);
  const before = sought;
  expect(await inReadingOrder(text, annotations)).toEqual(first);
  expect(sought).toBe(before);
  await inReadingOrder(textOf("Other words."), annotations);
  expect(sought).toBeGreaterThan(before);
});
