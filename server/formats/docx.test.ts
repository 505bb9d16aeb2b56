import fc from "fast-check";
import { extractRawText } from "mammoth";
import { expect, test } from "vitest";
import type { ArticleNode } from "#domain/article/article.ts";
import { blocksOfNodes } from "#domain/article/article-blocks.ts";
import { convert } from "../import/convert/convert.ts";
import { commentedWords, commentsIn, partOf } from "./docx.test-kit.ts";
import { docx } from "./docx.ts";
import { anyMarkedArticle, goldArticle, markedPassage, markedText } from "./formats.test-kit.ts";
import { lossesOf } from "./losses.ts";
import type { MarkedArticle } from "./marked-article.ts";
import { xlsx } from "./xlsx.ts";
import { xmlWords } from "./xml-text.ts";

const write = docx.writer?.write ?? expect.unreachable();

async function bytesOf(marked: MarkedArticle): Promise<Uint8Array> {
  const [file, ...others] = await write(marked, "news");
  expect([file?.name, others]).toEqual(["news.docx", []]);
  return file?.bytes ?? expect.unreachable();
}

test("[FO7] every annotation is a comment at exactly its words, and so are its replies", async () => {
  await fc.assert(
    fc.asyncProperty(anyMarkedArticle, async (marked) => {
      const bytes = await bytesOf(marked);
      const words = commentedWords(bytes);
      const comments = commentsIn(bytes);
      const firsts = comments.filter(({ answers }) => answers === null);
      expect(firsts.map(({ id }) => words.get(id))).toEqual(
        marked.annotations.map(({ quote }) => xmlWords(quote)),
      );
      for (const [index, { author, replies, resolved }] of marked.annotations.entries()) {
        const first = firsts[index] ?? expect.unreachable();
        const answers = comments.filter((each) => each.answers === first.id);
        expect([first.author, first.done]).toEqual([author.name, resolved !== null]);
        expect(answers.map((each) => [each.author, words.get(each.id)])).toEqual(
          replies.map((reply) => [reply.author.name, words.get(first.id)]),
        );
      }
    }),
    { numRuns: 60 },
  );
});

test("[FO7] a comment says kind and label, the note, and everything else in a line of its own", async () => {
  const [ann, ben] = [
    { id: "ann", name: "Ann" },
    { id: "ben", name: null },
  ];
  const at = "2026-03-02T12:00:00.000Z";
  const passage = markedPassage({
    ...{ start: 4, end: 7, quote: "two", kind: "entity", label: "person", note: "who?\nreally" },
    attributes: { unknown: "x" },
    voters: [
      { by: ann, at, vote: "agree" },
      { by: ben, at, vote: "agree" },
    ],
    proposals: [{ by: ann, at, kind: "claim", label: null, standing: "declined" }],
    resolved: { by: ann, at },
    hidden: { by: ann, at, reason: "Names a pupil" },
    replies: [
      {
        ...{ id: "r", author: ben, text: "No.", mentions: [], createdAt: at, editedAt: null },
        hidden: { by: ann, at, reason: "rude" },
      },
    ],
  });
  const bytes = await bytesOf(markedText("one two", [passage]));
  expect(commentsIn(bytes)).toEqual([
    {
      ...{ id: "0", author: "Ann", date: "2026-03-01T12:00:00.000Z", answers: null, done: true },
      lines: [
        ...["Name: Person", "who?", "really", "unknown: x", "Agree (2): Ann, Removed member"],
        ...["Ann proposed: Claim (declined)", "Resolved by Ann, 2026-03-02"],
        "Hidden by Ann: Names a pupil",
      ],
    },
    {
      ...{ id: "1", author: "Removed member", date: at, answers: "0", done: true },
      lines: ["No.", "Hidden by Ann: rude"],
    },
  ]);
});

const line = (text: string, marks?: ArticleNode["marks"]): ArticleNode => ({
  ...{ type: "paragraph", content: [{ type: "text", text, ...(marks && { marks }) }] },
});

const group = (type: string, ...content: readonly ArticleNode[]): ArticleNode => ({
  type,
  content,
});

const PNG =
  "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

const CONTENT: readonly ArticleNode[] = [
  { ...line("A title"), type: "heading", attrs: { level: 1 } },
  {
    type: "paragraph",
    content: [
      { type: "text", text: "Ann ", marks: [{ type: "bold" }] },
      { type: "text", text: "said", marks: [{ type: "bold" }, { type: "italic" }] },
      { type: "hardBreak" },
      {
        type: "text",
        text: "see",
        marks: [{ type: "link", attrs: { href: "https://a.example/?b=1&c" } }],
      },
    ],
  },
  { ...line("Of lists"), type: "heading", attrs: { level: 3 } },
  {
    ...group(
      "orderedList",
      group("listItem", line("one"), group("bulletList", group("listItem", line("dot")))),
    ),
    attrs: { start: 3 },
  },
  group("blockquote", line("They said so.")),
  group(
    "table",
    group("tableRow", group("tableHeader", line("a")), group("tableHeader", line("b"))),
    group("tableRow", { ...group("tableCell", line("wide")), attrs: { colspan: 2 } }),
  ),
  { type: "image", attrs: { src: PNG, alt: "a dot" } },
  line("نص عربي"),
];

test("[FO6] a picture that Word cannot show is counted, and its words are there", async () => {
  const webp = { type: "image", attrs: { src: "data:image/webp;base64,UklGRg==", alt: "a dot" } };
  const content = [line("one"), group("blockquote", webp), { ...webp, attrs: { src: PNG } }];
  const marked = markedText("one\n\na dot", [], { content });
  expect(lossesOf(marked, docx.writer ?? expect.unreachable())).toEqual({ pictures: 1 });
  expect(lossesOf(marked, xlsx.writer ?? expect.unreachable())).toMatchObject({ pictures: 2 });
});

test("[FO7] what is read back by another program is the same article", async () => {
  const text = blocksOfNodes(CONTENT)
    .map((block) => block.text)
    .join("\n\n");
  const passages = [
    markedPassage({ start: 2, end: text.indexOf("dot") + 2 }),
    markedPassage({ start: text.indexOf("see") + 1, end: text.indexOf("wide") + 2 }),
  ].map((each) => ({ ...each, quote: text.slice(each.start ?? 0, each.end ?? 0) }));
  const marked = markedText(text, passages, { content: [...CONTENT], language: "ar" });
  const bytes = await bytesOf(marked);
  expect([...commentedWords(bytes).values()]).toEqual(passages.map(({ quote }) => quote));
  const file = { bytes, name: "news.docx", contentType: null, url: null };
  const { nodes, title, language } = await convert(file);
  expect({ title, language }).toEqual({ title: "A title", language: "ar" });
  // the reader does not know with which number a list begins
  expect(nodes).toEqual(
    CONTENT.map(({ attrs, ...node }) =>
      node.type === "orderedList" ? node : { ...node, ...(attrs && { attrs }) },
    ),
  );
  // what a run does not say is left to its style, such as that headings are bold
  const said = partOf(bytes, "word/document.xml").filter(({ name }) => name === "b");
  expect(said.map(({ attributes }) => attributes.val)).not.toContain("false");
  const starts = partOf(bytes, "word/numbering.xml").filter(({ name }) => name === "start");
  expect(starts.map(({ attributes }) => attributes.val)).toContain("3");
});

test("[FO7] a reader of plain words finds all of them in order", async () => {
  for (const marked of [goldArticle(), markedText("<script>&\"'\u0000\ud800x")]) {
    const buffer = Buffer.from(await bytesOf(marked));
    const words = (text: string) => text.replace(/\s+/g, " ").trim();
    const { value } = await extractRawText({ buffer });
    expect(words(value)).toContain(words(xmlWords(marked.article.text)));
  }
});

test("[FO7] what hostile people wrote stays words, and Word opens no address that is none", async () => {
  const hostile = `]]></w:t><w:p onload="x">&amp;\u0001`;
  const link = (href: string) => line(href, [{ type: "link", attrs: { href } }]);
  const content = [link("http://["), link('https://a.example/"><x&y="'), line(hostile)];
  const text = blocksOfNodes(content)
    .map((block) => block.text)
    .join("\n\n");
  const said = { note: hostile, author: { id: hostile, name: hostile } };
  const passage = markedPassage({ ...said, start: 0, end: text.length, quote: text });
  const bytes = await bytesOf(
    markedText(text, [passage], { title: hostile, byline: hostile, content }),
  );
  expect(commentedWords(bytes).get("0")).toBe(xmlWords(text));
  expect(commentsIn(bytes)[0]?.author).toBe(xmlWords(hostile));
  const links = partOf(bytes, "word/_rels/document.xml.rels").filter(
    ({ attributes }) => attributes.TargetMode === "External",
  );
  expect(links.map(({ attributes }) => attributes.Target)).toEqual([
    "https://a.example/%22%3E%3Cx&y=%22",
  ]);
});
