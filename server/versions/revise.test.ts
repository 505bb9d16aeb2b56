import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as Y from "yjs";
import {
  type ArticleNode,
  articleFragment,
  nodesOfText,
  readNodes,
  writeNodes,
} from "#domain/article/article.ts";
import { readText } from "#domain/article/article-text.ts";
import { pairBlocks } from "./pair-blocks.ts";
import { reviseArticle } from "./revise.ts";

function articleOf(nodes: readonly ArticleNode[]): Y.Doc {
  const article = new Y.Doc();
  writeNodes(article, nodes);
  return article;
}

const textOf = (article: Y.Doc): string => readText(articleFragment(article)).text;

const paragraph = (text: string): ArticleNode => ({
  type: "paragraph",
  content: [{ type: "text", text }],
});

describe("[N1] a revised article", () => {
  const word = fc.constantFrom("the", "mayor", "said", "bridge", "שלום", "👩‍👧", "closed", "1,200");
  const line = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(" "));
  const block = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join("\n"));
  const text = fc.array(block, { minLength: 2, maxLength: 8 }).map((blocks) => blocks.join("\n\n"));

  test("[N1] reads as the new text, whatever stood there", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const article = articleOf(nodesOfText(before, ""));
        reviseArticle(article, after);
        expect(textOf(article)).toBe(after);
        const other = new Y.Doc();
        Y.applyUpdate(other, Y.encodeStateAsUpdate(article));
        expect(readNodes(other)).toEqual(readNodes(article));
      }),
    );
  });

  test("[N1] leaves lists and quotations that are still filled, and no empty ones", () => {
    const item = (words: string): ArticleNode => ({
      type: "listItem",
      content: [paragraph(words)],
    });
    const article = articleOf([
      paragraph("Three things happened."),
      { type: "bulletList", content: [item("one thing more"), item("two things more")] },
      { type: "blockquote", content: [paragraph("said nobody ever")] },
    ]);
    reviseArticle(article, "Three things happened.\n\none thing more\n\nan end");
    expect(readNodes(article).map(({ type }) => type)).toEqual(["paragraph", "bulletList"]);
    expect(textOf(article)).toBe("Three things happened.\n\none thing more\n\nan end");
  });
});

test("[N2] letters that stay keep their places, marks included", () => {
  const article = articleOf([
    paragraph("The mayor closed the bridge on Monday."),
    {
      type: "paragraph",
      content: [
        { type: "text", text: "Nobody " },
        { type: "text", text: "was hurt", marks: [{ type: "bold" }] },
        { type: "text", text: ", police say." },
      ],
    },
  ]);
  const [, second] = readText(articleFragment(article)).blocks;
  const run = second?.parts[0]?.node;
  if (!(run instanceof Y.XmlText)) throw new Error("no run of text");
  const place = Y.createRelativePositionFromTypeIndex(run, 7, 0);
  reviseArticle(
    article,
    "A new first line.\n\nThe mayor has closed the bridge.\n\nNobody at all was hurt, police say.",
  );
  const found = Y.createAbsolutePositionFromRelativePosition(place, article, false);
  expect(found?.index).toBe("Nobody at all ".length);
  expect(JSON.stringify(readNodes(article))).toContain(
    '"text":"was hurt","marks":[{"type":"bold"}]',
  );
});

test("[N3] paragraphs are paired by what they have in common, in their order", () => {
  const before = ["one two three four", "five six seven", "eight nine ten"];
  const after = ["new words here", "one two 3 four", "eight nine ten", "five six seven"];
  expect(pairBlocks(before, after)).toEqual([
    { was: null, is: 0 },
    { was: 0, is: 1 },
    { was: 1, is: null },
    { was: 2, is: 2 },
    { was: null, is: 3 },
  ]);
});
