// Markdown as an article, with the tables and strikethroughs of GitHub and with what stands above the
// text in so many files: its title, author, date and language.

import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmStrikethroughFromMarkdown } from "mdast-util-gfm-strikethrough";
import { gfmTableFromMarkdown } from "mdast-util-gfm-table";
import { gfmStrikethrough } from "micromark-extension-gfm-strikethrough";
import { gfmTable } from "micromark-extension-gfm-table";
import type { GivenFile, Imported } from "../imported.ts";
import { Unreadable } from "../unreadable.ts";
import { oneLine } from "./clean-words.ts";
import { decodeText } from "./decode-text.ts";
import { nameOf } from "./file-name.ts";
import { firstHeading } from "./first-heading.ts";
import { frontMatter } from "./front-matter.ts";
import { underHeadline } from "./headline.ts";
import { languageOf } from "./language.ts";
import { MarkdownReader } from "./markdown-nodes.ts";
import { Tally } from "./tally.ts";

export async function readMarkdown({
  bytes,
  name,
  contentType,
  url,
}: GivenFile): Promise<Imported> {
  const { said, text } = frontMatter(decodeText(bytes, contentType).replace(/\r\n?/g, "\n"));
  const tally = new Tally();
  tally.add("letters-lost", text.match(/\ufffd+/g)?.length ?? 0);
  const nodes = new MarkdownReader(tally, url).read(
    fromMarkdown(text, {
      extensions: [gfmTable(), gfmStrikethrough()],
      mdastExtensions: [gfmTableFromMarkdown(), gfmStrikethroughFromMarkdown()],
    }),
  );
  if (nodes.length === 0) throw new Unreadable("file-empty");
  const title = oneLine(said("title"));
  const day = /^\d{4}-\d\d-\d\d/.exec(said("date", "published"))?.[0] ?? "";
  return {
    title: title || firstHeading(nodes) || nameOf(name),
    byline: oneLine(said("author", "authors", "byline")) || null,
    published: Number.isNaN(Date.parse(day)) ? null : day,
    source: oneLine(url ?? name) || null,
    language: languageOf(said("lang", "language")),
    nodes: underHeadline(nodes, title),
    notices: tally.notices(),
  };
}
