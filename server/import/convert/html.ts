// A page of the web, or a piece of one that somebody copied.

import { Readability } from "@mozilla/readability";
import { blocksOfNodes } from "#domain/article/article-blocks.ts";
import type { GivenFile, Imported } from "../imported.ts";
import { Unreadable } from "../unreadable.ts";
import { chooseNodes, lettersOf } from "./choose-nodes.ts";
import { oneLine } from "./clean-words.ts";
import { decodeHtml } from "./decode-html.ts";
import { underHeadline } from "./headline.ts";
import { type HtmlNodes, nodesOfElement, nodesOfHtml } from "./html-nodes.ts";
import { mainPart, takeOutBeside } from "./main-part.ts";
import { factsOf } from "./page-facts.ts";
import { wholeDocument } from "./whole-document.ts";

/** A page with fewer letters has no article on it, but perhaps a program that would bring one. */
const ARTICLE_LETTERS = 140;

/** Reads a page of the web, or a piece of HTML from a clipboard. */
export async function readHtml(file: GivenFile): Promise<Imported> {
  const { text, tally } = decodeHtml(file.bytes, file.contentType);
  const piece = pieceOf(text);
  const imported = piece === null ? readPage(text, file) : readPiece(piece, file);
  return { ...imported, notices: [...imported.notices, ...tally.notices()] };
}

/** What was copied from a page; null for a whole page. */
function pieceOf(html: string): string | null {
  const copied = /<!--\s*StartFragment\s*-->([\s\S]*?)<!--\s*EndFragment\s*-->/i.exec(html)?.[1];
  return copied ?? (/<!doctype|<html[\s>]|<body[\s>]/i.test(html.slice(0, 5000)) ? null : html);
}

function readPiece(html: string, { name }: GivenFile): Imported {
  const { nodes, notices } = nodesOfHtml(html);
  const [first] = nodes;
  const title = first?.type === "heading" ? (blocksOfNodes([first])[0]?.text ?? "") : "";
  if (lettersOf(nodes) === 0) throw new Unreadable("file-empty");
  return {
    ...{ title: oneLine(title), byline: null, published: null, language: null },
    ...{ source: oneLine(name) || null, nodes, notices },
  };
}

function readPage(html: string, { url, name }: GivenFile): Imported {
  const document = wholeDocument(html);
  const { titles, ...facts } = factsOf(document, url);
  takeOutBeside(document);
  const base = baseOf(document, url);
  const main = nodesOfElement(mainPart(document), base);
  const readable = readableNodes(document, base);
  const title = titleOf(titles, readable.title);
  const nodes = underHeadline(chooseNodes(main.nodes, readable.nodes), title);
  if (lettersOf(nodes) < (url === null ? 1 : ARTICLE_LETTERS)) {
    throw new Unreadable(url === null ? "file-empty" : "page-empty");
  }
  return {
    ...facts,
    title,
    byline: facts.byline ?? readable.byline,
    source: facts.source ?? (oneLine(name) || null),
    nodes,
    notices: (nodes.length > readable.nodes.length ? main : readable).notices,
  };
}

type Readable = HtmlNodes & { readonly title: string; readonly byline: string | null };

/** What Readability takes for the article. The document is not good for anything after. */
function readableNodes(document: Document, base: string | null): Readable {
  const found = articleIn(document);
  const content = found?.content;
  const read = isElementNode(content) ? nodesOfElement(content, base) : { nodes: [], notices: [] };
  return {
    ...read,
    title: oneLine(found?.title),
    byline: oneLine(found?.byline).replace(/^(?:by|von|par|por)\s+/i, "") || null,
  };
}

function articleIn(document: Document) {
  try {
    return new Readability<Node>(document, { serializer: (node) => node }).parse();
  } catch {
    return null; // it stumbles over pages that are built as no browser would build them
  }
}

const isElementNode = (node: Node | null | undefined): node is Element => node?.nodeType === 1;

function baseOf(document: Document, url: string | null): string | null {
  const written = document.querySelector("base[href]")?.getAttribute("href");
  return URL.parse(written ?? "", url ?? undefined)?.href ?? url;
}

/** The best title that a page gives itself, without the name of the site. */
function titleOf(titles: readonly string[], readable: string): string {
  const [best = readable] = titles;
  const shorter = [...titles, readable].filter(
    (title) => best.includes(title) && title.length > best.length / 2,
  );
  return shorter.reduce((least, title) => (title.length < least.length ? title : least), best);
}
