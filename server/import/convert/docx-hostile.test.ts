import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseImported } from "../parse-imported.ts";
import { laterEndOf } from "../unreadable.test-kit.ts";
import { convert } from "./convert.ts";
import { docxOf, PNG, paragraph, partsOf, picture, relationships, run } from "./docx.test-kit.ts";
import { fileOf } from "./file.test-kit.ts";
import { type Entries, retold, zipOf } from "./zip.test-kit.ts";

const MEGABYTE = 1024 * 1024;
const words = paragraph(run("The bridge is closed."));

const endOf = (bytes: Uint8Array) => laterEndOf(convert(fileOf(bytes)).then(parseImported));
const read = async (body: string, others: Entries = {}) =>
  parseImported(await convert(fileOf(docxOf(body, others))));

/** A document whose main part begins with something. */
const beginning = (prolog: string, body = words): Uint8Array => {
  const parts = partsOf(body);
  return zipOf({ ...parts, "word/document.xml": prolog + String(parts["word/document.xml"]) });
};

describe("[G7] a hostile text of Word", () => {
  test("[G7] that is a bomb is given up, in each of its parts that are read", async () => {
    const bomb = new Uint8Array(20 * MEGABYTE).fill(32);
    expect(await endOf(docxOf(words, { "word/styles.xml": bomb }))).toBe("file-too-long");
    expect(await endOf(docxOf(words, { "word/media/a.png": bomb }))).toBe("file-too-long");
  });

  test("[G7] whose other parts are bombs is read: nobody looks there", async () => {
    const bomb = new Uint8Array(20 * MEGABYTE);
    expect(await endOf(docxOf(words, { "word/embeddings/a.bin": bomb }))).toBeNull();
  });

  test("[G7] that says less than it holds is damaged", async () => {
    expect(await endOf(retold(docxOf(words), 0, { size: 10 }))).toBe("file-damaged");
  });

  test("[G7] with three thousand parts is too long", async () => {
    const parts = Array.from({ length: 3_000 }, (_, index) => [`word/media/${index}.png`, PNG]);
    expect(await endOf(docxOf(words, Object.fromEntries(parts)))).toBe("file-too-long");
  });

  test("[G7] with names that lead out of it is damaged", async () => {
    expect(await endOf(docxOf(words, { "word/../../../etc/passwd": "" }))).toBe("file-damaged");
  });

  test("[G7] whose relationships lead out of it reads nothing there", async () => {
    const folder = mkdtempSync(join(tmpdir(), "postil-docx-"));
    const canary = join(folder, "canary.png");
    writeFileSync(canary, PNG);
    const targets = [`file://${canary}`, canary, `../../../../../../../..${canary}`, "canary.png"];
    for (const target of targets) {
      for (const mode of ["External", "Internal"]) {
        const rels = relationships([["image", target, mode]]);
        for (const by of ["embed", "link"] as const) {
          const { nodes, notices } = await read(words + picture("r1", by), {
            "word/_rels/document.xml.rels": rels,
          });
          expect(nodes.map(({ type }) => type)).toEqual(["paragraph"]);
          expect(notices).toEqual([{ code: "images-dropped", count: 1 }]);
        }
      }
    }
  });

  test("[G7] asks no server for pictures, templates and parts of its own", async () => {
    let asked = 0;
    const server = createServer((_, response) => {
      asked++;
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" ? address?.port : 0;
    const outside = `http://127.0.0.1:${port}/a.png`;
    const kinds = [
      "image",
      "attachedTemplate",
      "aFChunk",
      "styles",
      "footnotes",
      "comments",
      "subDocument",
    ];
    const rels = relationships(kinds.map((kind) => [kind, outside, "External"]));
    const body = `${words}${picture("r1", "link")}<w:altChunk r:id="r3"/>`;
    await read(body, {
      "word/_rels/document.xml.rels": rels,
      "word/_rels/settings.xml.rels": rels,
    });
    server.close();
    expect(asked).toBe(0);
  });

  test.each([
    ["of an outside file", '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'],
    [
      "of laughs",
      `<!DOCTYPE a [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, index) => `<!ENTITY ${"bcdefghij"[index]} "${`&${"abcdefghi"[index]};`.repeat(10)}">`).join("")}]>`,
    ],
    ["of another site", '<!doctype a PUBLIC "a" "http://127.0.0.1/a.dtd">'],
    [
      "that names parameters",
      '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1/"> %x;]>',
    ],
  ])("[G7] with a document type %s is refused", async (_, prolog) => {
    expect(await endOf(beginning(prolog))).toBe("file-damaged");
    expect(await endOf(docxOf(words, { "docProps/core.xml": `${prolog}<a>&x;</a>` }))).toBe(
      "file-damaged",
    );
  });

  test("[G7] of elements deep inside each other is read or damaged, and ends", async () => {
    const deep =
      "<w:sdt><w:sdtContent>".repeat(20_000) + words + "</w:sdtContent></w:sdt>".repeat(20_000);
    expect([null, "file-damaged"]).toContain(await endOf(docxOf(deep)));
    const tables = "<w:tbl><w:tr><w:tc>".repeat(500) + words + "</w:tc></w:tr></w:tbl>".repeat(500);
    expect([null, "file-damaged"]).toContain(await endOf(docxOf(tables)));
  });

  test("[G7] keeps links to http, https and mail only", async () => {
    const targets = [
      "javascript:alert(1)",
      "data:text/html,x",
      "file:///etc/passwd",
      "vbscript:x",
      "\u0001javascript:x",
    ];
    const rels = relationships(
      targets.map((target) => ["hyperlink", target.replace("\u0001", "&#9;"), "External"]),
    );
    const links = targets.map(
      (_, index) => `<w:hyperlink r:id="r${index + 1}">${run("here")}</w:hyperlink>`,
    );
    const { nodes, notices } = await read(paragraph(links.join("")), {
      "word/_rels/document.xml.rels": rels,
    });
    expect(nodes).toEqual([
      { type: "paragraph", content: [{ type: "text", text: "here".repeat(targets.length) }] },
    ]);
    expect(notices).toEqual([{ code: "links-dropped", count: targets.length }]);
  });

  test("[G7] whose words are HTML shows them as they are", async () => {
    const script = "&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;";
    const { nodes } = await read(paragraph(run(script)));
    expect(nodes[0]?.content?.[0]?.text).toBe(
      "<script>alert(1)</script><img src=x onerror=alert(1)>",
    );
  });

  test("[G7] brings no styles of its own for the way it is read", async () => {
    const { nodes } = await read(words, { "mammoth/style-map": "p => h1 > script" });
    expect(nodes[0]?.type).toBe("paragraph");
  });

  test("[G7] without its main part, with an empty one or with another thing in it is damaged or empty", async () => {
    const { "word/document.xml": _, ...others } = partsOf(words);
    expect(await endOf(zipOf({ ...others, "word/a.xml": "<a/>" }))).toBe("file-damaged");
    expect(await endOf(zipOf({ ...others, "word/document.xml": "" }))).toBe("file-damaged");
    expect(await endOf(zipOf({ ...others, "word/document.xml": "<html/>" }))).toBe("file-damaged");
    expect(await endOf(docxOf(""))).toBe("file-empty");
  });

  test("[G7] with any bytes changed is an article, or has its sentence", async () => {
    const { "word/document.xml": main = "" } = partsOf(
      words + paragraph(run("Nobody knows."), "Quote"),
    );
    const xml = String(main);
    const change = fc.record({
      at: fc.nat(xml.length - 1),
      letter: fc.constantFrom("<", ">", "/", "&", '"', "w", ":", "\0", "\ud800", " "),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 5 }), async (changes) => {
        const letters = [...xml];
        for (const { at, letter } of changes) letters[at] = letter;
        const code = await endOf(zipOf({ ...partsOf(""), "word/document.xml": letters.join("") }));
        expect([null, "file-damaged", "file-empty"]).toContain(code);
      }),
      { numRuns: 80 },
    );
  });
});
