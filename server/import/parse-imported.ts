// The border between converters and the rest: whatever a file made of its converter, only what an
// article may be made of comes through.

import { z } from "zod";
import { ARTICLE_LENGTH, type ArticleNode } from "#domain/article/article.ts";
import { blocksOfNodes } from "#domain/article/article-blocks.ts";
import { safeImage } from "#domain/article/image.ts";
import { safeHref } from "#domain/article/link.ts";
import { NOTICE_CODES } from "#domain/article/notices.ts";
import { cleanWords, oneLine } from "./convert/clean-words.ts";
import type { Imported } from "./imported.ts";
import { Unreadable } from "./unreadable.ts";

/** How many paragraphs an article may have. */
export const PARAGRAPHS = 20_000;

const whole = z.int().positive();
const span = whole.max(1000).exactOptional();
const line = z.string().refine((text) => text === oneLine(text), "must be one clean line");
const words = z
  .string()
  .min(1)
  .refine((text) => text === cleanWords(text) && !text.includes("\n"), "must be clean words");

const mark = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("bold") }),
  z.strictObject({ type: z.literal("italic") }),
  z.strictObject({
    type: z.literal("link"),
    attrs: z.strictObject({ href: z.string().refine((href) => safeHref(href) !== null) }),
  }),
]);

const inline = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("text"), text: words, marks: z.array(mark).exactOptional() }),
  z.strictObject({ type: z.literal("hardBreak") }),
]);

const paragraph = z.strictObject({
  type: z.literal("paragraph"),
  content: z.array(inline).exactOptional(),
});

const blocks = z.lazy(() => z.array(block).min(1));

const item = z.strictObject({
  type: z.literal("listItem"),
  content: z.lazy(() => z.tuple([paragraph], block)),
});

const spans = z.strictObject({ colspan: span, rowspan: span });
const row = z.strictObject({
  type: z.literal("tableRow"),
  content: z
    .array(
      z.strictObject({
        type: z.enum(["tableCell", "tableHeader"]),
        attrs: spans.exactOptional(),
        content: blocks,
      }),
    )
    .min(1),
});

/** As the editor's schema has it: what it does not know, it would delete. */
const block: z.ZodType<ArticleNode> = z.discriminatedUnion("type", [
  paragraph,
  z.strictObject({
    type: z.literal("heading"),
    attrs: z.strictObject({ level: whole.max(6) }),
    content: z.array(inline).exactOptional(),
  }),
  z.strictObject({ type: z.literal("bulletList"), content: z.array(item).min(1) }),
  z.strictObject({
    type: z.literal("orderedList"),
    attrs: z.strictObject({ start: z.int().nonnegative() }).exactOptional(),
    content: z.array(item).min(1),
  }),
  z.strictObject({ type: z.literal("blockquote"), content: blocks }),
  z.strictObject({ type: z.literal("table"), content: z.array(row).min(1) }),
  z.strictObject({ type: z.literal("horizontalRule") }),
  z.strictObject({
    type: z.literal("image"),
    attrs: z.strictObject({
      src: z.string().refine((src) => safeImage(src) !== null),
      alt: line.exactOptional(),
      caption: line.exactOptional(),
      width: whole.exactOptional(),
      height: whole.exactOptional(),
    }),
  }),
]);

/** Nodes at the top of an article. */
export const nodesSchema = z.array(block).min(1);

const importedShape: z.ZodType<Imported> = z.strictObject({
  title: line,
  byline: line.nullable(),
  published: line.nullable(),
  source: line.nullable(),
  language: line.nullable(),
  nodes: nodesSchema,
  notices: z.array(z.strictObject({ code: z.enum(NOTICE_CODES), count: whole })),
});

/**
 * What a converter answered, checked to the last letter. Throws Unreadable for more than an article
 * may hold, and ZodError for what no article may hold.
 */
export function parseImported(answer: unknown): Imported {
  const imported = importedShape.parse(answer);
  demandReadable(imported.nodes);
  return imported;
}

/** Throws Unreadable for nodes without words, and for more than an article may hold. */
export function demandReadable(nodes: readonly ArticleNode[]): void {
  const texts = blocksOfNodes(nodes).map(({ text }) => text);
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  if (texts.length > PARAGRAPHS || length > ARTICLE_LENGTH) throw new Unreadable("file-too-long");
  if (length === 0) throw new Unreadable("file-empty");
}
