// The border between readers of annotations and the rest, as `parse-imported.ts` is that of converters.

import { z } from "zod";
import { blocksOfNodes } from "#domain/article/article-blocks.ts";
import { BLOCK_SEPARATOR } from "#domain/article/article-text.ts";
import { FORMAT_IDS } from "#domain/format-ids.ts";
import { LEFT_OUT } from "../../formats/read-article.ts";
import { cleanWords, oneLine } from "../convert/clean-words.ts";
import { demandReadable, nodesSchema } from "../parse-imported.ts";
import { Unreadable } from "../unreadable.ts";
import { ANNOTATED_LIMITS, type Annotated, type AnnotatedArticle } from "./annotated.ts";

const count = z.int().nonnegative();
const line = z.string().refine((text) => text === oneLine(text), "must be one clean line");
const words = z.string().refine((text) => text === cleanWords(text), "must be clean words");

const annotation = z.strictObject({
  by: z.strictObject({ id: line, name: line }),
  kind: line,
  label: line.nullable(),
  range: z.strictObject({ start: count, end: count }).nullable(),
  quote: z.strictObject({ exact: words, prefix: words, suffix: words }).nullable(),
  note: words,
  attributes: z.record(line, words),
  created: z.string().nullable(),
});

const article = z
  .strictObject({
    title: line.nullable(),
    byline: line.nullable(),
    source: line.nullable(),
    language: line.nullable(),
    text: words.nullable(),
    content: nodesSchema.nullable(),
    annotations: z.array(annotation),
    leftOut: z.partialRecord(z.enum(LEFT_OUT), count),
  })
  .refine(isWhole, "must have the text of its nodes, and passages inside of it");

const annotatedSchema: z.ZodType<Annotated> = z.strictObject({
  source: line,
  format: z.enum(FORMAT_IDS),
  articles: z.array(article).min(1),
  unread: count,
  talk: count,
});

function isWhole({ text, content, annotations }: AnnotatedArticle): boolean {
  const length = text?.length ?? Number.POSITIVE_INFINITY;
  const inside = annotations.every(
    ({ range }) => !range || (range.start < range.end && range.end <= length),
  );
  if (text === null || content === null) return inside && text === content;
  return (
    inside &&
    blocksOfNodes(content)
      .map((block) => block.text)
      .join(BLOCK_SEPARATOR) === text
  );
}

/** What a reader answered, or what was kept of it, checked to the last letter. Throws as `parseImported`. */
export function parseAnnotated(answer: unknown): Annotated {
  const annotated = annotatedSchema.parse(answer);
  const { articles } = annotated;
  for (const { content } of articles) if (content !== null) demandReadable(content);
  const passages = articles.flatMap(({ annotations }) => annotations);
  const people = new Set(passages.map(({ by }) => JSON.stringify(by)));
  const labels = new Set(passages.map(({ kind, label }) => JSON.stringify([kind, label])));
  const isTooMuch =
    articles.length > ANNOTATED_LIMITS.articles ||
    people.size > ANNOTATED_LIMITS.people ||
    labels.size > ANNOTATED_LIMITS.labels;
  if (isTooMuch) throw new Unreadable("file-too-long");
  return annotated;
}
