// A PDF as an article: the text that it holds, in the order in which people read it. Scans hold none.

import type { ArticleNode } from "#domain/article/article.ts";
import type { GivenFile, Imported } from "../imported.ts";
import { Unreadable } from "../unreadable.ts";
import { oneLine } from "./clean-words.ts";
import { nameOf } from "./file-name.ts";
import { firstHeading } from "./first-heading.ts";
import { givenTitle } from "./given-title.ts";
import { languageOf } from "./language.ts";
import { readPages, withDocument } from "./pdf/document.ts";
import { dateOf, lineOf } from "./pdf/facts.ts";
import { type Fragment, fragmentsOf } from "./pdf/fragment.ts";
import { withoutFurniture } from "./pdf/furniture.ts";
import { blocksOf } from "./pdf/paragraphs.ts";
import { type Line, linesOf } from "./pdf/reading-order.ts";
import { Tally } from "./tally.ts";

/** Letters without a meaning: fonts in a PDF need not say what their shapes are. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: some fonts have them
const LOST = /[\ufffd\0-\x08\x0e-\x1f\ue000-\uefff]/g;

export function readPdf({ bytes, name, url }: GivenFile): Promise<Imported> {
  return withDocument(bytes, async (document) => {
    const { info } = await document.getMetadata().catch(() => ({ info: {} }));
    const said = new Map(Object.entries(info));
    const pages = await readPages(document, (page, items) => fragmentsOf(page, items));
    const tally = new Tally();
    const nodes = nodesOfPages(pages, tally);
    return {
      title: givenTitle(lineOf(said.get("Title"))) || firstHeading(nodes) || nameOf(name),
      byline: lineOf(said.get("Author")) || null,
      published: dateOf(said.get("CreationDate")),
      source: oneLine(url ?? name) || null,
      language: languageOf(lineOf(said.get("Language"))),
      nodes,
      notices: tally.notices(),
    };
  });
}

function nodesOfPages(pages: readonly (readonly Fragment[])[], tally: Tally): ArticleNode[] {
  const text = pages
    .flat()
    .map((piece) => piece.text)
    .join("");
  const lost = text.match(LOST)?.length ?? 0;
  if (lost >= text.length / 2) throw new Unreadable("file-scan");
  tally.add("letters-lost", lost);
  tally.add("pages-without-text", pages.filter((page) => page.length === 0).length);
  let flow = 0;
  const lines = withoutFurniture(pages).flatMap((page): Line[] => {
    const read = linesOf(page, flow);
    flow += read.length;
    return read;
  });
  return blocksOf(lines);
}
