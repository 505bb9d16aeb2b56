import { describe, expect, test } from "vitest";
import { blocksOfNodes } from "#domain/article/article-blocks.ts";
import { parseImported } from "../parse-imported.ts";
import { laterEndOf } from "../unreadable.test-kit.ts";
import { convert } from "./convert.ts";
import { PNG } from "./docx.test-kit.ts";
import { fileOf } from "./file.test-kit.ts";
import { type Entries, zipOf } from "./zip.test-kit.ts";

const container = `<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="book/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`;

const plan = `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The bridge</dc:title><dc:creator>Ada</dc:creator><dc:creator>Bob</dc:creator><dc:date>2026-01-31T00:00:00Z</dc:date><dc:language>en</dc:language></metadata><manifest>
<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="two" href="text/two.xhtml" media-type="application/xhtml+xml"/>
<item id="one" href="text/one%20first.xhtml" media-type="application/xhtml+xml"/>
<item id="notes" href="text/notes.xhtml" media-type="application/xhtml+xml"/>
<item id="picture" href="a.png" media-type="image/png"/>
</manifest><spine><itemref idref="nav"/><itemref idref="one"/><itemref idref="two"/><itemref idref="one"/><itemref idref="notes" linear="no"/><itemref idref="gone"/></spine></package>`;

const page = (body: string) =>
  `<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html><html xmlns="http://www.w3.org/1999/xhtml"><head><title/><script src="a.js"/></head><body><a id="top"/>${body}</body></html>`;

const parts: Entries = {
  mimetype: "application/epub+zip",
  "META-INF/container.xml": container,
  "book/content.opf": plan,
  "book/nav.xhtml": page("<nav><ol><li>Contents</li></ol></nav>"),
  "book/text/one first.xhtml": page("<h1>One</h1><p>It is <em>closed</em>.</p>"),
  "book/text/two.xhtml": page(
    `<h1>Two</h1><p>Nobody knows.</p><p><img class="x" src="../a.png" alt="A bridge"/><img src="../../../gone.png"/></p>`,
  ),
  "book/text/notes.xhtml": page("<p>A note.</p>"),
  "book/a.png": PNG,
};

const read = async (others: Entries = {}) =>
  parseImported(await convert(fileOf(zipOf({ ...parts, ...others }), { name: "bridge.epub" })));
const endOf = (others: Entries) => laterEndOf(read(others));

describe("[G8] a book", () => {
  test("[G8] comes in the order in which it is read, with what it says of itself", async () => {
    const { nodes, ...facts } = await read();
    expect(blocksOfNodes(nodes).map(({ text }) => text)).toEqual([
      "One",
      "It is closed.",
      "Two",
      "Nobody knows.",
    ]);
    expect(facts).toMatchObject({
      title: "The bridge",
      byline: "Ada, Bob",
      published: "2026-01-31",
      language: "en",
    });
    expect(nodes.at(-1)).toMatchObject({ type: "image", attrs: { alt: "A bridge" } });
    expect(facts.notices).toEqual([
      { code: "images-kept", count: 1 },
      { code: "images-dropped", count: 1 },
    ]);
  });

  test("[G8] that is locked says so; masked fonts lock nothing", async () => {
    const locked = (algorithm: string) => ({
      "META-INF/encryption.xml": `<encryption xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:EncryptedData><e:EncryptionMethod Algorithm="${algorithm}"/></e:EncryptedData></encryption>`,
    });
    expect(await endOf(locked("http://www.w3.org/2001/04/xmlenc#aes128-cbc"))).toBe("file-locked");
    expect(await endOf(locked("http://www.idpf.org/2008/embedding"))).toBeNull();
  });

  test("[G8] that is hostile is read without harm or has its sentence", async () => {
    const entity = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
    expect(await endOf({ "META-INF/container.xml": entity + container })).toBe("file-damaged");
    expect(await endOf({ "book/content.opf": entity + plan })).toBe("file-damaged");
    expect(await endOf({ "book/content.opf": "<package>" })).toBe("file-empty");
    expect(
      await endOf({
        "META-INF/container.xml": container.replace("book/content", "../../etc/passwd"),
      }),
    ).toBe("file-empty");
    const laughs = `<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><html><body><p>Words &b;</p><script>x()</script></body></html>`;
    const { nodes } = await read({
      "book/text/one first.xhtml": laughs,
      "book/text/two.xhtml": "",
    });
    expect(JSON.stringify(nodes)).not.toMatch(/haha|x\(\)/);
    const bomb = new Uint8Array(20 * 1024 * 1024).fill(97);
    expect(await endOf({ "book/text/two.xhtml": bomb })).toBe("file-too-long");
  });
});
