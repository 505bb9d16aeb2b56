import { getSchema } from "@tiptap/core";
import type { Node } from "@tiptap/pm/model";
import { EditorState } from "@tiptap/pm/state";
import fc from "fast-check";
import { expect, test } from "vitest";
import type * as Y from "yjs";
import { articleOf, edit } from "#domain/anchor/edited-article.test-kit.ts";
import { articleFragment, readNodes } from "#domain/article/article.ts";
import {
  type ArticleText,
  readText,
  type TextRange,
  textBetween,
} from "#domain/article/article-text.ts";
import { articleExtensions } from "./article-schema.ts";
import { noteSigns, putSigns, type Signs, signsThere } from "./note-signs.ts";

const schema = getSchema(articleExtensions());
const NOTHING: Signs = { mark: null, details: new Map() };

function show(article: Y.Doc): { state: EditorState; text: ArticleText } {
  const doc: Node = schema.nodeFromJSON({ type: "doc", content: readNodes(article) });
  return {
    state: EditorState.create({ doc, plugins: [noteSigns()] }),
    text: readText(articleFragment(article)),
  };
}

function put(state: EditorState, text: ArticleText, signs: Signs): EditorState {
  const transaction = putSigns(state, text, signs);
  return transaction ? state.apply(transaction) : state;
}

/** The words that each sign lies on, by what it says. */
const wordsOf = (state: EditorState): (readonly [says: string, words: string])[] =>
  signsThere(state)
    .toSorted((a, b) => a.from - b.from)
    .map(({ from, to, spec }) => [spec.says, state.doc.textBetween(from, to, "", "\n")] as const);

const mark = (text: ArticleText, words: string): { range: TextRange; description: string } => {
  const start = text.text.indexOf(words);
  return { range: { start, end: start + words.length }, description: "Claim" };
};

test("[V18] the mark lies on its words, in whatever blocks they are, and is described once", () => {
  const number = fc.nat();
  fc.assert(
    fc.property(
      fc.array(fc.tuple(number, number, number, number), { maxLength: 8 }),
      fc.tuple(number, number),
      (edits, [a, b]) => {
        const article = articleOf("alpha beta", "gamma", "delta epsilon");
        for (const each of edits) edit(article, each);
        const { state, text } = show(article);
        const { length } = text.text;
        fc.pre(length > 1);
        const range = {
          start: Math.min(a % length, b % length),
          end: 1 + Math.max(a % length, b % length),
        };
        const lies = wordsOf(put(state, text, { ...NOTHING, mark: { range, description: "it" } }));
        const said = lies.map(([, words]) => words).join("");
        expect(said).toBe(textBetween(text, range).replaceAll("\n", ""));
        expect(lies.filter(([says]) => says === "it").length).toBe(said === "" ? 0 : 1);
      },
    ),
  );
});

test("[V18] a paragraph points to its notes, wherever it moves to", () => {
  const { state, text } = show(articleOf("alpha", "beta"));
  const signed = put(state, text, { ...NOTHING, details: new Map([[1, "card-1 card-2"]]) });
  expect(wordsOf(signed)).toEqual([["card-1 card-2", "beta"]]);
  const edited = signed.apply(signed.tr.insertText("before ", 1).insertText("!", 17));
  expect(wordsOf(edited)).toEqual([["card-1 card-2", "be!ta"]]);
});

test("[V18] what is typed into the marked words is marked, and what is typed beside them is not", () => {
  const { state, text } = show(articleOf("alpha beta gamma"));
  const signed = put(state, text, { ...NOTHING, mark: mark(text, "beta") });
  const edited = signed.apply(signed.tr.insertText("x", 11).insertText("y", 9).insertText("z", 7));
  expect(wordsOf(edited)).toEqual([["Claim", "beyta"]]);
});

test("[V18] the same signs change nothing, and none takes them away", () => {
  const { state, text } = show(articleOf("alpha beta"));
  const signs = { mark: mark(text, "beta"), details: new Map([[0, "card"]]) };
  const signed = put(state, text, signs);
  expect(putSigns(signed, text, signs)).toBeNull();
  expect(wordsOf(put(signed, text, NOTHING))).toEqual([]);
});

test("[V18] a block that does not show its text has no signs", () => {
  const { state } = show(articleOf("alpha", "beta"));
  const { text } = show(articleOf("alpha", "other"));
  const signs = {
    mark: mark(text, "other"),
    details: new Map([
      [0, "a"],
      [1, "b"],
    ]),
  };
  expect(wordsOf(put(state, text, signs))).toEqual([["a", "alpha"]]);
});
