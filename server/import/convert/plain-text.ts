// Plain text as an article.

import { nodesOfText } from "#domain/article/article.ts";
import type { Converter } from "../imported.ts";
import { Unreadable } from "../unreadable.ts";
import { cleanWords, oneLine } from "./clean-words.ts";
import { decodeText } from "./decode-text.ts";
import { nameOf } from "./file-name.ts";
import { Tally } from "./tally.ts";

/** The longest first line that can be a title, in UTF-16 units. */
const TITLE_LENGTH = 150;

export const readPlainText: Converter = async ({ bytes, name, contentType, url }) => {
  const text = cleanWords(decodeText(bytes, contentType)).replaceAll("\f", "\n").trim();
  if (text === "") throw new Unreadable("file-empty");
  const headline = /^[^\n]*/.exec(text)?.[0].trim() ?? "";
  const isTitle = isHeadline(headline, text);
  const tally = new Tally();
  tally.add("letters-lost", text.match(/\ufffd+/g)?.length ?? 0);
  return {
    title: isTitle ? oneLine(headline) : nameOf(name) || oneLine(headline.slice(0, TITLE_LENGTH)),
    byline: null,
    published: null,
    source: oneLine(url ?? name) || null,
    language: null,
    nodes: nodesOfText(unwrapped(text), isTitle ? headline : ""),
    notices: tally.notices(),
  };
};

/** Whether the first line of a text is a paragraph of its own, with more to follow, and no sentence. */
function isHeadline(line: string, text: string): boolean {
  const rest = text.slice(line.length);
  const isApart = /^\n[^\S\n]*\n/.test(rest) || (rest !== "" && !/\n[^\S\n]*\n/.test(rest));
  return isApart && line.length <= TITLE_LENGTH && !/[.,;:…]$/.test(line);
}

/** Lines that a program broke are this long, in UTF-16 units; poems and lists have shorter ones. */
const BROKEN = { least: 45, most: 100 } as const;

/**
 * A text whose lines were broken to fit a screen, as in mails and old digital editions: paragraph by
 * paragraph without these breaks. Any other text is returned as it is.
 */
function unwrapped(text: string): string {
  const paragraphs = text.split(/\n[^\S\n]*\n\s*/).map((paragraph) => paragraph.split("\n"));
  const inner = paragraphs.flatMap((lines) => lines.slice(0, -1)).map((line) => line.trim().length);
  const full = inner.filter((length) => length >= BROKEN.least && length <= BROKEN.most);
  const isBroken =
    full.length > inner.length * 0.8 && inner.every((length) => length <= BROKEN.most);
  if (!isBroken || paragraphs.length === 1) return text;
  return paragraphs.map((lines) => lines.map((line) => line.trim()).join(" ")).join("\n\n");
}
