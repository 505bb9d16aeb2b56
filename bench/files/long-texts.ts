// A long article in each kind of file that can be brought in.

import { docxOf, paragraph, run } from "../../server/import/convert/docx.test-kit.ts";
import { below, pdfOf } from "../../server/import/convert/pdf/pdf.test-kit.ts";
import { zipOf } from "../../server/import/convert/zip.test-kit.ts";
import type { Corpus } from "../paint/corpus.ts";

export type LongText = {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
};

/** Letters of a line, and lines of a page, of a PDF. */
const LINE = 80;
const PAGE = 55;

/** The text is made of letters, dots and blanks only: nothing has to be escaped. */
export function longTexts({ title, blocks: [, ...paragraphs] }: Corpus): LongText[] {
  const texts = paragraphs.map(({ text }) => text);
  const html = `<h1>${title}</h1>\n${texts.map((text) => `<p>${text}</p>`).join("\n")}`;
  return [
    { name: "txt", mediaType: "text/plain", bytes: encoded([title, ...texts].join("\n\n")) },
    {
      name: "md",
      mediaType: "text/markdown",
      bytes: encoded(`# ${title}\n\n${texts.join("\n\n")}`),
    },
    {
      name: "html",
      mediaType: "text/html",
      bytes: encoded(pageOf(title, `<article>${html}</article>`)),
    },
    { name: "docx", mediaType: "application/octet-stream", bytes: docxOf(wordsOf(title, texts)) },
    { name: "pdf", mediaType: "application/pdf", bytes: pdfOf(pagesOf(texts)) },
    { name: "epub", mediaType: "application/epub+zip", bytes: bookOf(title, html) },
  ];
}

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);

const pageOf = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title></head><body><nav><a href="/">Home</a></nav>${body}</body></html>`;

const wordsOf = (title: string, texts: readonly string[]): string =>
  [paragraph(run(title), "Title"), ...texts.map((text) => paragraph(run(text)))].join("");

function pagesOf(texts: readonly string[]) {
  const lines = texts.flatMap((text) => [
    ...(text.match(new RegExp(`.{1,${LINE}}(?: |$)`, "g")) ?? []).map((line) => line.trimEnd()),
    "",
  ]);
  const pages = Array.from({ length: Math.ceil(lines.length / PAGE) }, (_, page) =>
    lines.slice(page * PAGE, (page + 1) * PAGE),
  );
  return pages.map((page) => below(page));
}

const bookOf = (title: string, body: string): Uint8Array =>
  zipOf({
    mimetype: "application/epub+zip",
    "META-INF/container.xml": `<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>`,
    "a.opf": `<package><metadata><title>${title}</title></metadata><manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine></package>`,
    "a.xhtml": pageOf(title, body),
  });
