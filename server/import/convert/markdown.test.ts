import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ArticleMark, ArticleNode } from "#domain/article/article.ts";
import { parseImported } from "../parse-imported.ts";
import { laterEndOf } from "../unreadable.test-kit.ts";
import { fileOf } from "./file.test-kit.ts";
import { readMarkdown } from "./markdown.ts";

const read = async (text: string, url: string | null = null) =>
  parseImported(await readMarkdown(fileOf(text, { name: "bridge_report.md", url })));

const nodesOf = async (text: string) => (await read(text)).nodes;

const words = (text: string, ...marks: ArticleMark[]): ArticleNode => ({
  type: "text",
  text,
  ...(marks.length > 0 && { marks }),
});
const paragraph = (...content: ArticleNode[]): ArticleNode => ({ type: "paragraph", content });

describe("[G9] Markdown", () => {
  test("[G9] comes as blocks of our own", async () => {
    const text =
      "# The **bridge**\n\nIt is *closed*,\nand old.  \nWho knows?\n\n> We do.\n\n3. Three\n4. Four\n   - inside\n\n***\n\n    code\n      more";
    expect(await nodesOf(text)).toEqual([
      {
        type: "heading",
        attrs: { level: 1 },
        content: [words("The "), words("bridge", { type: "bold" })],
      },
      paragraph(
        words("It is "),
        words("closed", { type: "italic" }),
        words(", and old."),
        { type: "hardBreak" },
        words("Who knows?"),
      ),
      { type: "blockquote", content: [paragraph(words("We do."))] },
      {
        type: "orderedList",
        attrs: { start: 3 },
        content: [
          { type: "listItem", content: [paragraph(words("Three"))] },
          {
            type: "listItem",
            content: [
              paragraph(words("Four")),
              {
                type: "bulletList",
                content: [{ type: "listItem", content: [paragraph(words("inside"))] }],
              },
            ],
          },
        ],
      },
      { type: "horizontalRule" },
      paragraph(words("code"), { type: "hardBreak" }, words("  more")),
    ]);
  });

  test("[G9] has tables with a head, and struck words that are plain", async () => {
    const { nodes, notices } = await read("| Year | Carts |\n|---|--:|\n| 1900 | ~~20~~ 30 |");
    const cell = (type: string, text: string) => ({ type, content: [paragraph(words(text))] });
    expect(nodes).toEqual([
      {
        type: "table",
        content: [
          {
            type: "tableRow",
            content: [cell("tableHeader", "Year"), cell("tableHeader", "Carts")],
          },
          { type: "tableRow", content: [cell("tableCell", "1900"), cell("tableCell", "20 30")] },
        ],
      },
    ]);
    expect(notices).toEqual([{ code: "marks-dropped", count: 1 }]);
  });

  test("[G9] keeps safe links, also those defined elsewhere, and pictures inside the text", async () => {
    const src = "data:image/png;base64,iVBORw0KGgo=";
    const text = `[one](https://example.org/a), [two][b], [three](javascript:alert(1)), [four](/c) ![a bridge](${src}) ![far](https://example.org/p.png)\n\n[b]: mailto:a@example.org`;
    const { nodes, notices } = await read(text, "https://example.com/x/");
    const link = (href: string): ArticleMark => ({ type: "link", attrs: { href } });
    expect(nodes).toEqual([
      paragraph(
        words("one", link("https://example.org/a")),
        words(", "),
        words("two", link("mailto:a@example.org")),
        words(", three, "),
        words("four", link("https://example.com/c")),
      ),
      { type: "image", attrs: { src, alt: "a bridge" } },
    ]);
    expect(notices).toEqual([
      { code: "links-dropped", count: 1 },
      { code: "images-kept", count: 1 },
      { code: "images-dropped", count: 1 },
    ]);
  });

  test("[G9] is called as what stands above it says, and comes under this headline", async () => {
    const text =
      '---\ntitle: "The bridge: a report"\nauthors:\n  - Ada\n  - Bob\ndate: 2026-01-31 10:00\nlang: en_GB\ntags: [a, b]\n---\n\nIt is closed.';
    const { nodes, ...facts } = await read(text);
    expect(facts).toMatchObject({
      ...{ title: "The bridge: a report", byline: "Ada, Bob", published: "2026-01-31" },
      ...{ language: "en-GB", source: "bridge_report.md" },
    });
    expect(nodes.map(({ type }) => type)).toEqual(["heading", "paragraph"]);
    expect(await read("---\n\n# The bridge\n\n---\n")).toMatchObject({ title: "The bridge" });
    expect(await read("Only words.")).toMatchObject({ title: "bridge report", language: null });
  });

  test.each([
    ["<script>alert(1)</script>\n\nWords", "Words"],
    ["Words <script>alert(1)</script><b>and</b> more<br>here", "Words and more\nhere"],
    ['<p onclick="x()">Words</p>', "Words"],
    ["<svg onload=alert(1)><text>No</text></svg>\n\nWords", "Words"],
    ["Words <img src=x onerror=alert(1)>", "Words"],
    ["<iframe src='javascript:alert(1)'>No</iframe>\n\nWords", "Words"],
    ["`<script>alert(1)</script>`", "<script>alert(1)</script>"],
    [
      "<https://example.org/> and <javascript:alert(1)>",
      "https://example.org/ and javascript:alert(1)",
    ],
    ["Words <style>p{}</style>", "Words"],
    ["<!-- no --> Words <!-- no -->", "Words"],
  ])("[G9] with HTML gives words only: %s", async (text, expected) => {
    const nodes = await nodesOf(text);
    const shown = nodes
      .map(({ content = [] }) => content.map((node) => node.text ?? "\n").join(""))
      .join("\n");
    expect(shown.replace(/\s+$/, "")).toBe(expected);
    const marks = nodes.flatMap(({ content = [] }) => content.flatMap((node) => node.marks ?? []));
    expect(
      marks.every(({ attrs }) => attrs === undefined || String(attrs.href).startsWith("https:")),
    ).toBe(true);
  });

  test.each([
    ["quotations", ">".repeat(3_000)],
    ["lists", Array.from({ length: 150 }, (_, index) => `${" ".repeat(2 * index)}- a`).join("\n")],
    ["brackets", "[".repeat(20_000)],
    ["links", "[a](".repeat(5_000)],
    ["stars", "*a **b ".repeat(3_000)],
    ["underscores", "_".repeat(20_000)],
    ["backticks", Array.from({ length: 200 }, (_, index) => "`".repeat(index)).join(" a ")],
    ["pipes", `${"|a".repeat(2_000)}|\n${"|-".repeat(2_000)}|\n${"|b".repeat(2_000)}|`],
    ["references", "[a]: b\n".repeat(3_000) + "[a]".repeat(3_000)],
    ["entities", "&#x41;&amp".repeat(5_000)],
    ["angles", "<a ".repeat(5_000)],
    ["dashes", `---\n${"a: b\n".repeat(5_000)}`],
  ])("[G9] of endless %s is read or not, and ends", async (_, text) => {
    const read = readMarkdown(fileOf(`Words\n\n${text}`)).then(parseImported);
    expect([null, "file-empty", "file-too-long"]).toContain(await laterEndOf(read));
  });

  test("[G9] of any letters is an article or has its sentence", async () => {
    const letters = fc.constantFrom(..."#*_`~[]()<>!|-+>1. \n\t\\&;:/\"'ab\u00e9שم\u{1f642}");
    await fc.assert(
      fc.asyncProperty(fc.array(letters, { maxLength: 120 }), async (text) => {
        const read = readMarkdown(fileOf(text.join(""))).then(parseImported);
        expect([null, "file-empty"]).toContain(await laterEndOf(read));
      }),
      { numRuns: 500 },
    );
  });
});

describe("[G9] nodes written as Markdown", () => {
  const word = fc.constantFrom(
    "bridge",
    "*",
    "_",
    "#",
    "1.",
    "-",
    "+",
    "<b>",
    "&amp;",
    "[a](b)",
    "`",
    "|",
    "~~",
    "שלום",
    "👩‍👧",
    "\\",
    "!",
    ">",
    "=",
    "https://example.org",
  );
  const text = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(" "));
  const marks = fc.subarray<ArticleMark>([
    { type: "bold" },
    { type: "italic" },
    { type: "link", attrs: { href: "https://example.org/a_b(c)" } },
  ]);
  const line = fc
    .tuple(text, marks, text)
    .map(([plain, marked, second]): ArticleNode[] => [
      words(`${plain} `),
      words(second, ...marked),
    ]);
  const { block } = fc.letrec<{ block: ArticleNode; item: ArticleNode }>((tie) => ({
    block: fc.oneof(
      { maxDepth: 2, depthSize: "small" },
      line.map((content) => paragraph(...content.reduce(merged, []))),
      fc
        .tuple(fc.integer({ min: 1, max: 6 }), text)
        .map(([level, title]) => ({ type: "heading", attrs: { level }, content: [words(title)] })),
      fc
        .array(tie("block"), { minLength: 1, maxLength: 2 })
        .map((content) => ({ type: "blockquote", content })),
      fc
        .array(tie("item"), { minLength: 1, maxLength: 3 })
        .map((content) => ({ type: "bulletList", content })),
    ),
    item: fc.tuple(text, fc.array(tie("block"), { maxLength: 1 })).map(([title, inner]) => ({
      type: "listItem",
      content: [paragraph(words(title)), ...inner],
    })),
  }));

  test("[G9] read the same again", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(block, { minLength: 1, maxLength: 4 }), async (nodes) => {
        expect(await nodesOf(written(nodes))).toEqual(nodes);
      }),
    );
  });
});

/** Runs with the same marks are one. */
function merged(runs: readonly ArticleNode[], run: ArticleNode): ArticleNode[] {
  const last = runs.at(-1);
  const isSame = last && JSON.stringify(last.marks) === JSON.stringify(run.marks);
  return isSame
    ? [...runs.slice(0, -1), { ...run, text: `${last.text}${run.text}` }]
    : [...runs, run];
}

/** Markdown that says nothing but these nodes; rules keep neighbouring lists and quotations apart. */
function written(nodes: readonly ArticleNode[]): string {
  return nodes.map(writtenBlock).join("\n\n<!-- -->\n\n");
}

function writtenBlock({ type, attrs, content = [] }: ArticleNode): string {
  if (type === "heading") return `${"#".repeat(Number(attrs?.level))} ${writtenLine(content)}`;
  if (type === "blockquote") return written(content).replace(/^/gm, "> ");
  if (type !== "bulletList") return writtenLine(content);
  return content
    .map((item) => `- ${written(item.content ?? []).replace(/\n(?=.)/g, "\n  ")}`)
    .join("\n\n");
}

const writtenLine = (content: readonly ArticleNode[]): string => content.map(writtenRun).join("");

function writtenRun({ text = "", marks = [] }: ArticleNode): string {
  const escaped = text.replace(/[!-/:-@[-`{-~]/g, "\\$&").replace(/^(\d+)\\?\./, "$1\\.");
  return marks.reduceRight((inner, { type, attrs }) => {
    if (type === "link") return `[${inner}](<${attrs?.href}>)`;
    return type === "bold" ? `**${inner}**` : `_${inner}_`;
  }, escaped);
}
