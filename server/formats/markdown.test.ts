import fc from "fast-check";
import { expect, test } from "vitest";
import type { ArticleNode } from "#domain/article/article.ts";
import { blocksOfNodes } from "#domain/article/article-blocks.ts";
import { anyMarkedArticle, markedPassage, markedText, textWithEnding } from "./formats.test-kit.ts";
import { markdown } from "./markdown.ts";

const write = markdown.writer?.write ?? expect.unreachable();

const line = (text: string, marks: ArticleNode["marks"] = []): ArticleNode => ({
  ...{ type: "paragraph", content: [{ type: "text", text, marks }] },
});

const CONTENT: readonly ArticleNode[] = [
  { ...line("A title"), type: "heading", attrs: { level: 1 } },
  line("Ann said", [{ type: "bold" }]),
  {
    type: "orderedList",
    attrs: { start: 3 },
    content: [{ type: "listItem", content: [line("one"), line("- two")] }],
  },
  {
    type: "blockquote",
    content: [line("see", [{ type: "link", attrs: { href: "https://a.example/(b)" } }])],
  },
  {
    type: "table",
    content: [
      { type: "tableRow", content: [{ type: "tableHeader", content: [line("a|b")] }] },
      { type: "tableRow", content: [{ type: "tableCell", content: [line("c")] }] },
    ],
  },
];

test("[FO9] headings, lists, quotations, tables, links and marks, with footnotes behind passages", async () => {
  const text = blocksOfNodes(CONTENT)
    .map((block) => block.text)
    .join("\n\n");
  const start = text.indexOf("Ann");
  const author = { id: "ben", name: "B*n" };
  const reply = {
    ...{
      id: "r",
      author,
      text: "No.\n1. really",
      mentions: [],
      createdAt: "2026-03-02T12:00:00.000Z",
    },
    ...{ editedAt: null, hidden: null },
  };
  const passages = [
    markedPassage({
      start,
      end: start + 3,
      quote: "Ann",
      kind: "entity",
      label: "person",
      note: "who?",
      replies: [reply],
    }),
    markedPassage({ start, end: text.indexOf("one") + 3, quote: "Ann said\n\none" }),
  ];
  const files = await write(markedText(text, passages, { content: [...CONTENT] }), "news");
  expect(textWithEnding(files, "news.md")).toBe(
    `# A title

**Ann**[^1]** said**

3. one[^2]

   \\- two

> [see](<https://a.example/(b)>)

| a\\|b |
| --- |
| c |

en

[^1]: **Name: Person** “Ann” – Ann, 2026-03-01

    who?

    - B\\*n, 2026-03-02: No.\\
      1\\. really

[^2]: **Claim** “Ann said  one” – Ann, 2026-03-01
`.replace("**Ann**[^1]** said**", "**Ann**[^1] **said**"),
  );
});

test("[FO10] every passage has one footnote, and what people wrote stays words", async () => {
  await fc.assert(
    fc.asyncProperty(anyMarkedArticle, async (marked) => {
      const text = textWithEnding(await write(marked, "a"), "a.md");
      for (const index of marked.annotations.keys()) {
        expect(text.split(`[^${index + 1}]`).length - 1).toBe(2);
      }
      expect(text.replaceAll("<br>", "")).not.toMatch(/(?<!\\)<(?!https?:)/);
    }),
  );
});
