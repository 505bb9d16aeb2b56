import { describe, expect, test } from "vitest";
import { endOf } from "../unreadable.test-kit.ts";
import { fileOf } from "./file.test-kit.ts";
import { kindOfFile } from "./kind-of-file.ts";
import { zipOf } from "./zip.test-kit.ts";

const docx = zipOf({ "[Content_Types].xml": "<Types/>", "word/document.xml": "<w:document/>" });
const epub = zipOf({ mimetype: "application/epub+zip", "META-INF/container.xml": "<container/>" });
const odt = zipOf({ mimetype: "application/vnd.oasis.opendocument.text", "content.xml": "<x/>" });

const oldOffice = (stream: string) =>
  Buffer.concat([
    Buffer.from("d0cf11e0a1b11ae1", "hex"),
    Buffer.alloc(600),
    Buffer.from(stream, "utf16le"),
  ]);

describe("[G1] what a file is", () => {
  test.each([
    ["docx", docx],
    ["epub", epub],
    ["pdf", "%PDF-1.7\n%âãÏÓ"],
    ["pdf", "\n\n%PDF-1.4"],
    ["html", "<!doctype html><p>Words"],
    [
      "html",
      '\ufeff<?xml version="1.0"?>\n<!-- a page --><html xmlns="http://www.w3.org/1999/xhtml">',
    ],
    ["text", "Ten thousand <b>words</b>"],
    ["text", "PK, they said"],
  ])("[G1] is told by its first bytes: %s, whatever it is called", (kind, bytes) => {
    for (const name of ["a.txt", "a.doc", "a.png", ""]) {
      expect(kindOfFile(fileOf(bytes, { name }))).toBe(kind);
    }
  });

  test("[G1] is told by name and content type where bytes cannot tell", () => {
    expect(kindOfFile(fileOf("# Words", { name: "A.MD" }))).toBe("markdown");
    expect(kindOfFile(fileOf("# Words", { contentType: "text/markdown; charset=utf-8" }))).toBe(
      "markdown",
    );
    expect(kindOfFile(fileOf("<p>Words", { contentType: "text/html" }))).toBe("html");
    expect(kindOfFile(fileOf("Only words", { name: "a.html" }))).toBe("text");
    expect(kindOfFile(fileOf("%PDF-1.7", { contentType: "text/html" }))).toBe("pdf");
  });

  test.each([
    ["file-save-as-docx", "{\\rtf1\\ansi words}"],
    ["file-save-as-docx", odt],
    ["file-save-as-docx", zipOf({ "Index/Document.iwa": "" })],
    ["file-save-as-docx", oldOffice("WordDocument")],
    ["file-locked", oldOffice("EncryptedPackage")],
    ["file-unknown", oldOffice("Workbook")],
    ["file-unknown", zipOf({ "[Content_Types].xml": "<Types/>", "xl/workbook.xml": "" })],
    ["file-unknown", zipOf({ "photo.jpg": "" })],
    ["file-damaged", docx.slice(0, 100)],
  ] as const)("[G1] that is not read here ends as %s", (code, bytes) => {
    expect(endOf(() => kindOfFile(fileOf(bytes, { name: "a.docx" })))).toBe(code);
  });
});
