import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { decodeHtml } from "./decode-html.ts";
import { factsOf, type PageFacts } from "./page-facts.ts";

const ADDRESS = "https://wave.example/a?from=mail";
function factsIn(head: string, body = "", lang = ""): PageFacts {
  const html = `<!doctype html><html${lang}><head>${head}</head><body>${body}</body></html>`;
  return factsOf(parseHTML(html).document, ADDRESS);
}
const told = (thing: object): string =>
  `<script type="application/ld+json">${JSON.stringify(thing)}</script>`;

test("[I17] what is told to search engines goes before what a page shows", () => {
  const article = { "@type": "NewsArticle", headline: "Told", datePublished: "2026-03-04" };
  const head = `<title>Shown</title><meta property="og:title" content="Met">${told({ ...article, author: [{ name: "Ada" }, "Bo", { name: "https://x.example" }] })}`;
  expect(factsIn(head, "<h1>Seen</h1>", " lang=en-gb")).toEqual({
    titles: ["Told", "Met", "Seen", "Shown"],
    byline: "Ada, Bo",
    published: "2026-03-04",
    language: "en-GB",
    source: ADDRESS,
  });
});

test("[I17] without that, the page itself is believed", () => {
  const head = `<title>Shown</title><meta name="author" content="https://x.example/ada"><meta property="og:locale" content="pt_BR">`;
  const body = `<main><time datetime="2026-03-04T10:00Z">today</time></main>`;
  expect(factsIn(head, body)).toEqual({
    titles: ["Shown"],
    byline: null,
    published: "2026-03-04T10:00Z",
    language: "pt-BR",
    source: ADDRESS,
  });
});

test("[I17] an address of its own is taken on the same site only", () => {
  const canonical = (href: string) => factsIn(`<link rel="canonical" href="${href}">`).source;
  expect(canonical("/a")).toBe("https://wave.example/a");
  for (const href of ["https://other.example/a", "javascript:alert(1)", "", "http://[", "#x"]) {
    expect(canonical(href)).toContain("https://wave.example/a?from=mail");
  }
});

test("[I17] what is malformed says nothing", () => {
  const head = `<script type="application/ld+json">{"@type": "NewsArticle", </script>${told([null, 7, { "@type": ["NewsArticle"], headline: { a: 1 }, author: 7 }])}<meta name="date" content="yesterday">`;
  expect(factsIn(head, "", " lang='no such tag'")).toMatchObject({
    titles: [],
    byline: null,
    published: null,
    language: null,
  });
});

const latin = (text: string): Uint8Array => Buffer.from(text, "latin1");

test.for([
  ["the first bytes", Buffer.from("\ufeffé"), "text/html; charset=windows-1251", "é"],
  ["the first bytes, of UTF-16", Buffer.from("\ufeffé", "utf16le"), null, "é"],
  ["the sender", latin("\u00e9"), 'text/html; charset="windows-1251"', "й"],
  ["the page", latin('<meta charset="windows-1251">\u00e9'), "text/html", "й"],
  ["the page, as XML", latin('<?xml version="1.0" encoding="koi8-r"?>\u00e9'), null, "И"],
  ["the page, in a comment", latin('<!-- <meta charset="koi8-r"> -->\u00e9'), null, "é"],
  ["nobody, UTF-8", Buffer.from("é"), null, "é"],
  ["nobody, no UTF-8", latin("\u00e9\u0080"), null, "é€"],
  ["a name that nobody knows", Buffer.from("é"), "text/html; charset=x-klingon", "é"],
  [
    "UTF-7, which is none",
    Buffer.from("+ADw-script+AD4-"),
    "text/html; charset=utf-7",
    "+ADw-script+AD4-",
  ],
] as const)("[I19] the encoding is told by %s", ([, bytes, contentType, letters]) => {
  const { text } = decodeHtml(bytes, contentType);
  expect(text.endsWith(letters)).toBe(true);
});

test("[I19] letters that could not be read are counted", () => {
  const { tally } = decodeHtml(latin("a\u00e9b\u00e9\u00e9c"), "text/html; charset=utf-8");
  expect(tally.notices()).toEqual([{ code: "letters-lost", count: 2 }]);
});
