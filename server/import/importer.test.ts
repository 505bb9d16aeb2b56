import { constants, deflateRawSync, deflateSync } from "node:zlib";
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

  test("[I1] ends a PDF of a few letters that unpacks to gigabytes, with a sentence", async () => {
    const block = deflateRawSync(Buffer.alloc(32_000_000, " "), {
      finishFlush: constants.Z_FULL_FLUSH,
    });
    const spaces = Buffer.concat([
      Buffer.from("789c", "hex"),
      ...Array.from({ length: 100 }, () => block),
      deflateRawSync(""),
    ]);
    const bytes = pdfOfObjects([
      "<</Type/Catalog/Pages 2 0 R>>",
      "<</Type/Pages/Count 1/Kids[4 0 R]>>",
      "<</Type/Font/Subtype/Type1/BaseFont/Courier>>",
      "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</Font<</F 3 0 R>>>>/Contents 5 0 R>>",
      streamOf(deflateSync(spaces).toString("latin1"), "/Filter[/FlateDecode/FlateDecode]"),
      "<<>>",
    ]);
    expect(bytes.length).toBeLessThan(100_000);
    expect(await laterEndOf(importer.read(fileOf(bytes), signal))).toBe("file-too-long");
  }, 60_000);
});
