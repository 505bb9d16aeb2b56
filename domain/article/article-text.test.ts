import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import { articleOf, edit } from "../anchor/edited-article.test-kit.ts";
import { type ArticleNode, articleFragment, writeNodes } from "./article.ts";
import {
  type ArticleText,
  blockAt,
  readText,
  rereadText,
  textBetween,
  touchedBy,
} from "./article-text.ts";

const number = fc.nat();
const anEdit = fc.tuple(number, number, number, number);

const text = (words: string): ArticleNode => ({ type: "text", text: words });
const paragraph = (...content: ArticleNode[]): ArticleNode => ({ type: "paragraph", content });
const item = (...content: ArticleNode[]): ArticleNode => ({ type: "listItem", content });

function read(...nodes: readonly ArticleNode[]): ArticleText {
  const article = new Y.Doc();
  writeNodes(article, nodes);
  return readText(articleFragment(article));
}

test("[T1] blocks are joined through lists and quotations, breaks count one", () => {
  const article = read(
    { type: "heading", attrs: { level: 1 }, content: [text("Title")] },
    paragraph(text("one"), { type: "hardBreak" }, text("two")),
    {
      type: "bulletList",
      content: [
        item(paragraph(text("a")), { type: "orderedList", content: [item(paragraph(text("b")))] }),
      ],
    },
    { type: "horizontalRule" },
    { type: "blockquote", content: [paragraph(text("c"))] },
  );
  expect(article.text).toBe("Title\n\none\ntwo\n\na\n\nb\n\nc");
  expect(article.letters.text).toBe("Titleonetwoabc");
  for (const { start, text: words } of article.blocks) {
    expect(article.text.slice(start, start + words.length)).toBe(words);
  }
});

test("[T1] an offset belongs to its block, one between blocks to the block before", () => {
  const article = read(paragraph(text("one")), paragraph(text("two")));
  expect([0, 3, 4, 5, 8].map((offset) => blockAt(article, offset))).toEqual([0, 0, 0, 1, 1]);
  expect(blockAt(read(), 0)).toBe(-1);
});

test("[T1] the words of a passage are a slice of the flat text", () => {
  const article = read(paragraph(text("one")), paragraph(text("two")), paragraph(text("three")));
  fc.assert(
    fc.property(fc.nat(article.text.length), fc.nat(article.text.length), (a, b) => {
      const [start, end] = [Math.min(a, b), Math.max(a, b)];
      expect(textBetween(article, { start, end })).toBe(article.text.slice(start, end));
    }),
  );
});

test("[T2] reading again after any edit gives what reading anew gives", () => {
  fc.assert(
    fc.property(fc.array(anEdit, { minLength: 1, maxLength: 12 }), (edits) => {
      const article = articleOf("alpha beta gamma", "", "delta epsilon");
      const fragment = articleFragment(article);
      let known = readText(fragment);
      fragment.observeDeep((events) => {
        known = rereadText(known, fragment, touchedBy(events));
      });
      for (const each of edits) {
        edit(article, each);
        const anew = readText(fragment);
        expect(known.text).toBe(anew.text);
        expect(known.blocks).toEqual(anew.blocks);
        expect(known.places).toEqual(anew.places);
      }
    }),
  );
});

test("[T2] blocks that a change did not name are taken over", () => {
  const article = articleOf("one", "two", "three");
  const fragment = articleFragment(article);
  const before = readText(fragment);
  const after = rereadText(before, fragment, new Set([before.blocks[1]?.element ?? {}]));
  expect(after.blocks[0]).toBe(before.blocks[0]);
  expect(after.blocks[1]).not.toBe(before.blocks[1]);
  expect(after.blocks[2]).toBe(before.blocks[2]);
});
