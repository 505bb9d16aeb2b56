// Words inside a paragraph of Word.

import { ExternalHyperlink, type ParagraphChild, Tab, TextRun } from "docx";
import type { ArticleMark } from "#domain/article/article.ts";
import { safeHref } from "#domain/article/link.ts";
import { isRightToLeft } from "./direction.ts";
import { xmlWords } from "./xml-text.ts";

/** A piece of text with its marks. Its line feeds become breaks; `rightToLeft` is how words without letters are read. */
export function runsOf(
  text: string,
  marks: readonly ArticleMark[],
  rightToLeft: boolean,
): ParagraphChild[] {
  const has = (wanted: string): boolean => marks.some(({ type }) => type === wanted);
  const link = linkOf(marks);
  // what is not said is left to the paragraph's style
  const looks = {
    ...(has("bold") && { bold: true }),
    ...(has("italic") && { italics: true }),
    ...(link !== null && { style: "Hyperlink" }),
  };
  const runs = text.split(/(\n)/).flatMap((words) => {
    if (words === "") return [];
    if (words === "\n") return [new TextRun({ break: 1 })];
    const turned = (/\p{L}/u.test(words) ? isRightToLeft(words) : rightToLeft) && TURNED;
    return [new TextRun({ ...looks, ...turned, children: withTabs(xmlWords(words)) })];
  });
  return link === null || runs.length === 0
    ? runs
    : [new ExternalHyperlink({ link, children: runs })];
}

const TURNED = { rightToLeft: true } as const;

const withTabs = (words: string): (string | Tab)[] =>
  words
    .split(/(\t)/)
    .filter((part) => part !== "")
    .map((part) => (part === "\t" ? new Tab() : part));

/** Where a link leads, as Word takes it; it opens no document with an address that is none. */
function linkOf(marks: readonly ArticleMark[]): string | null {
  const href = safeHref(marks.find(({ type }) => type === "link")?.attrs?.href);
  return href === null ? null : (URL.parse(href)?.href ?? null);
}
