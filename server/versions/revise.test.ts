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
        reviseArticle(article, nodesOfText(after, ""));
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
    reviseArticle(article, nodesOfText("Three things happened.\n\none thing more\n\nan end", ""));
    expect(readNodes(article).map(({ type }) => type)).toEqual([
      "paragraph",
      "bulletList",
      "paragraph",
    ]);
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
    nodesOfText(
      "A new first line.\n\nThe mayor has closed the bridge.\n\nNobody at all was hurt, police say.",
      "",
    ),
  );
  const found = Y.createAbsolutePositionFromRelativePosition(place, article, false);
  expect(found?.index).toBe("Nobody at all ".length);
  expect(JSON.stringify(readNodes(article))).toContain(
    '"text":"was hurt","marks":[{"type":"bold"}]',
  );
});

describe("[N7] an article of lists, quotations and tables", () => {
  const item = (...content: ArticleNode[]): ArticleNode => ({ type: "listItem", content });
  const list = (...words: string[]): ArticleNode => ({
    type: "bulletList",
    content: words.map((each) => item(paragraph(each))),
  });
  const table = (...rows: string[][]): ArticleNode => ({
    type: "table",
    content: rows.map((cells) => ({
      type: "tableRow",
      content: cells.map((cell) => ({ type: "tableCell", content: [paragraph(cell)] })),
    })),
  });
  const quote = (...content: ArticleNode[]): ArticleNode => ({ type: "blockquote", content });

  const words = fc
    .array(fc.constantFrom("the", "mayor", "said", "bridge", "no", "1,200"), {
      minLength: 1,
      maxLength: 6,
    })
    .map((each) => each.join(" "));
  const some = fc.array(words, { minLength: 1, maxLength: 3 });
  const aNode = fc.oneof(
    words.map(paragraph),
    some.map((each) => list(...each)),
    some.map((each) => quote(...each.map(paragraph), list(...each))),
    fc.tuple(words, words, words, words).map(([a, b, c, d]) => table([a, b], [c, d])),
    fc.tuple(words, words, words).map(([a, b, c]) => table([a, b, c])),
  );
  const nodes = fc.array(aNode, { minLength: 1, maxLength: 5 });

  test("[N7] reads as the new one, whatever stood there", () => {
    fc.assert(
      fc.property(nodes, nodes, (before, after) => {
        const article = articleOf(before);
        reviseArticle(article, after);
        expect(textOf(article)).toBe(textOf(articleOf(after)));
      }),
    );
  });

  test("[N7] gets new lists, items and tables as such, and tables keep their cells", () => {
    const before = [
      paragraph("Three things happened on that day."),
      list("the bridge was closed", "the mayor left the town"),
      table(["votes", "10"], ["against", "4"]),
    ];
    const after = [
      paragraph("Three things happened on that day."),
      list("the bridge was closed", "nobody knows why", "the mayor left the town"),
      quote(paragraph("I never liked it.")),
      table(["votes", "12"], ["against", "4"]),
      list("more to come"),
    ];
    const article = articleOf(before);
    const cell = readText(articleFragment(article)).blocks.at(-1)?.element;
    const changes = reviseArticle(article, after);
    expect(readNodes(article)).toEqual(after);
    expect(readText(articleFragment(article)).blocks.at(-2)?.element).toBe(cell);
    expect(changes).toEqual([
      { before: null, after: "nobody knows why", node: expect.anything() },
      { before: null, after: "I never liked it.", node: expect.anything() },
      { before: "votes\n10\nagainst\n4", after: "votes\n12\nagainst\n4", node: expect.anything() },
      { before: null, after: "more to come", node: expect.anything() },
    ]);
    for (const { node } of changes) expect(after).toContain(node);
  });

  test("[N7] begins a table of another shape anew", () => {
    const article = articleOf([table(["votes", "10"]), paragraph("That was all.")]);
    const after = [table(["votes", "10"], ["against", "4"]), paragraph("That was all.")];
    reviseArticle(article, after);
    expect(readNodes(article)).toEqual(after);
  });
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
