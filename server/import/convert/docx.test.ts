import { describe, expect, test } from "vitest";
import { blocksOfNodes } from "#domain/article/article-blocks.ts";
import { parseImported } from "../parse-imported.ts";
import { docxOf, PNG, paragraph, picture, relationships, run } from "./docx.test-kit.ts";
import { readDocx } from "./docx.ts";
import { fileOf } from "./file.test-kit.ts";
import type { Entries } from "./zip.test-kit.ts";

const read = async (body: string, others: Entries = {}) =>
  parseImported(await readDocx(fileOf(docxOf(body, others), { name: "bridge_report.docx" })));

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

describe("[G6] a text of Word", () => {
  test("[G6] comes with headings, quotations, bold, italics, breaks and links", async () => {
    const link = `<w:hyperlink r:id="r1">${run("site")}</w:hyperlink>`;
    const body = [
      paragraph(run("The bridge"), "Title"),
      paragraph(
        run("It is ") +
          run("closed", "<w:b/>") +
          run(" and ", "") +
          run("old", "<w:i/>") +
          run("."),
      ),
      paragraph(run("Who says so?"), "heading 2"),
      paragraph(run("We do."), "Quote"),
      paragraph(`${run("One")}<w:r><w:br/></w:r>${run("two, on our ")}${link}`),
    ].join("");
    const rels = relationships([["hyperlink", "https://example.org/a?b=1", "External"]]);
    const { nodes, title } = await read(body, { "word/_rels/document.xml.rels": rels });
    expect(title).toBe("The bridge");
    expect(nodes).toEqual([
      { type: "heading", attrs: { level: 1 }, content: [{ type: "text", text: "The bridge" }] },
      {
        type: "paragraph",
        content: [
          { type: "text", text: "It is " },
          { type: "text", text: "closed", marks: [{ type: "bold" }] },
          { type: "text", text: " and " },
          { type: "text", text: "old", marks: [{ type: "italic" }] },
          { type: "text", text: "." },
        ],
      },
      { type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "Who says so?" }] },
      {
        type: "blockquote",
        content: [{ type: "paragraph", content: [{ type: "text", text: "We do." }] }],
      },
      {
        type: "paragraph",
        content: [
          { type: "text", text: "One" },
          { type: "hardBreak" },
          { type: "text", text: "two, on our " },
          {
            type: "text",
            text: "site",
            marks: [{ type: "link", attrs: { href: "https://example.org/a?b=1" } }],
          },
        ],
      },
    ]);
  });

  test("[G6] comes with lists and tables", async () => {
    const item = (text: string, level: number) =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr></w:pPr>${run(text)}</w:p>`;
    const level = (index: number, format: string) =>
      `<w:lvl w:ilvl="${index}"><w:numFmt w:val="${format}"/></w:lvl>`;
    const numbering = `<w:numbering ${W}><w:abstractNum w:abstractNumId="0">${level(0, "decimal")}${level(1, "bullet")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
    const cell = (text: string) => `<w:tc>${paragraph(run(text))}</w:tc>`;
    const table = `<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell("Year")}${cell("Carts")}</w:tr><w:tr>${cell("1900")}${cell("20")}</w:tr></w:tbl>`;
    const body = item("One", 0) + item("inside", 1) + item("Two", 0) + table;
    const { nodes } = await read(body, { "word/numbering.xml": numbering });
    expect(nodes.map(({ type }) => type)).toEqual(["orderedList", "table"]);
    expect(nodes[0]?.content?.[0]?.content?.map(({ type }) => type)).toEqual([
      "paragraph",
      "bulletList",
    ]);
    expect(nodes[1]?.content?.[0]?.content?.[0]?.type).toBe("tableHeader");
    expect(blocksOfNodes(nodes).map(({ text }) => text)).toEqual([
      "One",
      "inside",
      "Two",
      "Year",
      "Carts",
      "1900",
      "20",
    ]);
  });

  test("[G6] keeps small pictures with their words, and tells of others", async () => {
    const large = new Uint8Array(200_000).fill(7);
    large.set(PNG);
    const rels = relationships([
      ["image", "media/a.png"],
      ["image", "media/b.png"],
      ["image", "media/gone.png"],
    ]);
    const { nodes, notices } = await read(
      paragraph(run("Words")) + picture("r1", "embed", "A bridge") + picture("r2") + picture("r3"),
      { "word/_rels/document.xml.rels": rels, "word/media/a.png": PNG, "word/media/b.png": large },
    );
    const src = `data:image/png;base64,${Buffer.from(PNG).toString("base64")}`;
    expect(nodes[1]).toEqual({ type: "image", attrs: { src, alt: "A bridge" } });
    expect(notices).toContainEqual({ code: "images-kept", count: 1 });
    expect(notices).toContainEqual({ code: "images-dropped", count: 2 });
  });

  test("[G6] tells of comments, notes and changes, which are accepted", async () => {
    const changed = `<w:p>${run("It is ")}<w:del w:id="1"><w:r><w:delText>open</w:delText></w:r></w:del><w:ins w:id="2">${run("closed")}</w:ins>${run(".")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>`;
    const { nodes, notices } = await read(changed, {
      "word/comments.xml": `<w:comments ${W}><w:comment w:id="0" w:author="Ada">${paragraph(run("Really?"))}</w:comment></w:comments>`,
      "word/footnotes.xml": `<w:footnotes ${W}><w:footnote w:id="2">${paragraph(run("So says the mayor."))}</w:footnote></w:footnotes>`,
    });
    expect(blocksOfNodes(nodes).map(({ text }) => text)).toEqual([
      "It is closed.[1]",
      "So says the mayor.",
    ]);
    expect(notices.toSorted((one, other) => one.code.localeCompare(other.code))).toEqual([
      { code: "changes-accepted", count: 2 },
      { code: "comments-dropped", count: 1 },
      { code: "notes-moved", count: 1 },
    ]);
  });

  test("[G6] is called as it says, else as its file; who, when and in which language it was written is told", async () => {
    const core = (title: string) =>
      `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>${title}</dc:title><dc:creator>Ada &amp; Bob</dc:creator><dcterms:created>2026-01-31T12:00:00Z</dcterms:created></cp:coreProperties>`;
    const body = paragraph(run("It is closed."));
    expect(await read(body, { "docProps/core.xml": core("The bridge") })).toMatchObject({
      ...{ title: "The bridge", byline: "Ada & Bob", published: "2026-01-31" },
      ...{ language: "de-AT", source: "bridge_report.docx" },
    });
    const { title } = await read(body, { "docProps/core.xml": core("Microsoft Word - Document1") });
    expect(title).toBe("bridge report");
  });
});
