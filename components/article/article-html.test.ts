import fc from "fast-check";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { ArticleNode } from "#domain/article/article.ts";
import { POSTIL_CORE } from "#domain/scheme/postil-core.ts";
import { ArticleHtml } from "./article-html.tsx";
import { type FirstHighlight, firstRuns } from "./painting/first-highlights.ts";
import { readRuns, writeRuns } from "./painting/inline-highlights.ts";

const text = (words: string, ...marks: readonly string[]): ArticleNode => ({
  type: "text",
  text: words,
  marks: marks.map((type) => ({ type, attrs: { href: "https://example.org/" } })),
});

const PIXEL = "data:image/png;base64,iVBORw0KGgo=";

function render(nodes: readonly ArticleNode[], highlights: readonly FirstHighlight[] = []): string {
  const props = {
    nodes,
    language: "de",
    label: "Titel",
    reader: "ann",
    scheme: POSTIL_CORE,
    highlights,
  };
  const html = renderToStaticMarkup(createElement(ArticleHtml, props));
  return html.replace(/^<style>.*<\/style><article[^>]*>|<\/article>$/gs, "");
}

test("[V4] the server's HTML has the elements that the editor shows", () => {
  const item: ArticleNode = {
    type: "listItem",
    content: [{ type: "paragraph", content: [text("item")] }],
  };
  const html = render([
    { type: "heading", attrs: { level: 2 }, content: [text("Title")] },
    {
      type: "paragraph",
      content: [text("a "), text("b", "bold", "italic", "link"), { type: "hardBreak" }, text("c")],
    },
    { type: "bulletList", content: [item] },
    { type: "orderedList", attrs: { start: 4 }, content: [item] },
    { type: "horizontalRule" },
    { type: "blockquote", content: [{ type: "paragraph" }] },
    {
      type: "table",
      content: [
        { type: "tableRow", content: [{ type: "tableHeader", attrs: { colspan: 2 } }] },
        { type: "tableRow", content: [{ type: "tableCell", content: [{ type: "paragraph" }] }] },
      ],
    },
    { type: "image", attrs: { src: PIXEL, alt: "A dot", caption: "Small", width: 1, height: 1 } },
  ]);
  expect(html).toBe(
    [
      "<h2>Title</h2>",
      '<p>a <a href="https://example.org/" target="_blank" rel="noopener noreferrer nofollow">',
      "<strong><em>b</em></strong></a><br/>c</p>",
      "<ul><li><p>item</p></li></ul>",
      '<ol start="4"><li><p>item</p></li></ol>',
      "<hr/>",
      '<blockquote><p><br class="ProseMirror-trailingBreak"/></p></blockquote>',
      '<div class="article-table"><table><tbody><tr><th colSpan="2"></th></tr>',
      '<tr><td><p><br class="ProseMirror-trailingBreak"/></p></td></tr></tbody></table></div>',
      `<figure><img alt="A dot" src="${PIXEL}" width="1" height="1"/>`,
      "<figcaption>Small</figcaption></figure>",
    ].join(""),
  );
});

test("[V4] words of the article are never markup, and unsafe links lead nowhere", () => {
  const evil: ArticleNode = {
    type: "text",
    text: "<img onerror=x>",
    marks: [{ type: "link", attrs: { href: "javascript:alert(1)" } }],
  };
  expect(render([{ type: "paragraph", content: [evil] }])).toBe("<p>&lt;img onerror=x&gt;</p>");
});

test("[V5] the first highlights survive their way through the page, block by block", () => {
  const nodes = ["one two", "three four"].map((words) => ({
    type: "paragraph",
    content: [text(words)],
  }));
  const highlights: FirstHighlight[] = [
    { kind: "claim", start: 4, end: 14 },
    { kind: "framing", start: 9, end: 14 },
    { kind: "framing", start: 9, end: 12 },
  ];
  const runs = readRuns(writeRuns(firstRuns(nodes, highlights)));
  expect(runs).toEqual([
    { block: 0, kind: "claim", depth: 1, start: 4, end: 7 },
    { block: 1, kind: "claim", depth: 1, start: 0, end: 5 },
    { block: 1, kind: "framing", depth: 2, start: 0, end: 3 },
    { block: 1, kind: "framing", depth: 1, start: 0, end: 5 },
  ]);
});

test("[V5] anything else in the page's list of highlights is left out", () => {
  fc.assert(fc.property(fc.string(), (value) => void readRuns(value)));
  expect(readRuns("")).toEqual([]);
  expect(readRuns("1,2,3,9 x 1,2,3")).toEqual([]);
});

test("[V16] a large picture stays out of the page, and its room is kept", () => {
  const picture = (length: number): string => `data:image/png;base64,${"A".repeat(length)}`;
  const html = (src: string, size: object) =>
    render([{ type: "image", attrs: { src, alt: "A map", ...size } }]);
  const size = { width: 640, height: 360 };
  const late = html(picture(80_000), size);
  expect(late.length).toBeLessThan(300);
  expect(late).toMatch(/^<figure><img alt="A map" src="data:image\/svg\+xml,/);
  expect(decodeURIComponent(late)).toContain('width="640" height="360"/>');
  expect(late).toContain('width="640" height="360" data-late=""/>');
  expect(html(picture(2000), size)).toContain(picture(2000));
  expect(html(picture(80_000), {})).toContain(picture(80_000));
});
