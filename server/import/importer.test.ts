import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { docxOf, paragraph, run } from "./convert/docx.test-kit.ts";
import { fileOf } from "./convert/file.test-kit.ts";
import { below, pdfOf, pdfOfObjects, streamOf } from "./convert/pdf/pdf.test-kit.ts";
import { zipOf } from "./convert/zip.test-kit.ts";
import { Importer } from "./importer.ts";
import { laterEndOf } from "./unreadable.test-kit.ts";

const importer = new Importer();
const { signal } = new AbortController();

const book = zipOf({
  mimetype: "application/epub+zip",
  "META-INF/container.xml": `<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>`,
  "a.opf": `<package><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>`,
  "a.xhtml": "<html><body><p>The bridge is closed.</p></body></html>",
});

describe("[I1] a process that may read nothing", () => {
  test.each([
    ["a.docx", docxOf(paragraph(run("The bridge is closed.")))],
    ["a.pdf", pdfOf([below(["The bridge is closed."])])],
    ["a.epub", book],
    ["a.md", "The *bridge* is closed."],
    ["a.html", "<p>The bridge is closed."],
    ["a.txt", "The bridge is closed."],
  ])("[I1] reads %s", async (name, bytes) => {
    const { imported } = await importer.read(fileOf(bytes, { name }), signal);
    expect(JSON.stringify(imported.nodes)).toMatch(/The .*bridge.* is closed\./);
    expect(imported.source).toBe(name);
  });

  test("[I1] ends a PDF that unpacks to more than memory holds, with a sentence", async () => {
    const zeros = deflateSync(Buffer.alloc(1_500_000_000 / 4, " "));
    const twice = deflateSync(Buffer.concat([zeros, zeros])).toString("latin1");
    const bytes = pdfOfObjects([
      "<</Type/Catalog/Pages 2 0 R>>",
      "<</Type/Pages/Count 1/Kids[4 0 R]>>",
      "<</Type/Font/Subtype/Type1/BaseFont/Courier>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 3 0 R>>>>/Contents 5 0 R>>",
      streamOf(twice, "/Filter[/FlateDecode/FlateDecode]"),
      "<<>>",
    ]);
    const code = await laterEndOf(importer.read(fileOf(bytes), signal));
    expect(["file-too-long", "file-too-slow", "file-scan", "file-damaged"]).toContain(code);
  }, 60_000);
});
