// The border between readers of annotations and the rest, as `parse-imported.ts` is that of converters.

import { setImmediate as nextTurn } from "node:timers/promises";
import { z } from "zod";
import { NEIGHBOURS } from "#domain/anchor/quote.ts";
import { QUOTE_LENGTH } from "#domain/annotation/annotation.ts";
import { blocksOfNodes } from "#domain/article/article-blocks.ts";
import { BLOCK_SEPARATOR } from "#domain/article/article-text.ts";
import { TAG_LENGTH, TAGS } from "#domain/article/tags.ts";
import { FORMAT_IDS } from "#domain/format-ids.ts";
import { KINDS } from "#domain/scheme/scheme.ts";
import { attributeSchema, labelSchema } from "#domain/scheme/scheme-schema.ts";
import { VISIBILITIES } from "#domain/space.ts";
import { REASON_LENGTH } from "#domain/talk/article-state.ts";
import { MENTIONS, REPLY_LENGTH, VOTES } from "#domain/talk/talk.ts";
import { LEFT_OUT } from "../../formats/read-article.ts";
import { inTurns } from "../../turns.ts";
import { cleanWords, oneLine } from "../convert/clean-words.ts";
import { demandReadable, nodesSchema } from "../parse-imported.ts";
import { Unreadable } from "../unreadable.ts";
import {
  ANNOTATED_LIMITS,
  type Annotated,
  type AnnotatedArticle,
  keepersOf,
  labelKey,
  labelsOf,
  personKey,
  talkersOf,
} from "./annotated.ts";

const count = z.int().nonnegative();
const line = z.string().refine((text) => text === oneLine(text), "must be one clean line");
const words = z.string().refine((text) => text === cleanWords(text), "must be clean words");

const by = z.strictObject({ id: line, name: line });
const deed = { by, at: z.string() };
const hiding = z.strictObject({ ...deed, reason: words.max(REASON_LENGTH) }).nullable();

const place = z.strictObject({ exact: words, prefix: words, suffix: words });

const annotation = z.strictObject({
  by,
  replies: z.array(
    z.strictObject({
      by,
      text: words.min(1).max(REPLY_LENGTH),
      created: z.string().nullable(),
      edited: z.string().nullable(),
      mentions: z.array(line).max(MENTIONS),
      hidden: hiding,
    }),
  ),
  votes: z.array(z.strictObject({ ...deed, vote: z.enum(VOTES) })),
  proposals: z.array(
    z.strictObject({
      ...{ ...deed, kind: line, label: line.nullable() },
      standing: z.enum(["open", "accepted", "declined"]),
    }),
  ),
  resolved: z.strictObject(deed).nullable(),
  hidden: hiding,
  kind: line,
  label: line.nullable(),
  range: z.strictObject({ start: count, end: count }).nullable(),
  quote: place.nullable(),
  remembered: z
    .strictObject({
      exact: words.min(1).max(QUOTE_LENGTH),
      prefix: words.max(NEIGHBOURS),
      suffix: words.max(NEIGHBOURS),
    })
    .nullable(),
  note: words,
  attributes: z.record(line, words),
  created: z.string().nullable(),
});

const article = z.strictObject({
  title: line.nullable(),
  byline: line.nullable(),
  source: line.nullable(),
  language: line.nullable(),
  published: line.nullable(),
  tags: z.array(line.min(1).max(TAG_LENGTH)).max(TAGS),
  added: z.string().nullable(),
  archived: z.boolean(),
  visibility: z.enum(VISIBILITIES).nullable(),
  fetched: z.strictObject({ at: z.string(), hash: line }).nullable(),
  versions: z.array(z.strictObject({ by: by.nullable(), at: z.string(), text: words })),
  locked: z.strictObject(deed).nullable(),
  mentioned: z.array(by),
  labels: z.array(z.strictObject({ kind: z.enum(KINDS), label: labelSchema })),
  attributes: z.array(z.strictObject({ kind: z.enum(KINDS), attribute: attributeSchema })),
  text: words.nullable(),
  content: nodesSchema.nullable(),
  annotations: z.array(z.unknown()),
  leftOut: z.partialRecord(z.enum(LEFT_OUT), count),
});

const fileSchema = z.strictObject({
  source: line,
  format: z.enum(FORMAT_IDS),
  articles: z.array(article).min(1),
  unread: count,
  talk: count,
});

/** What a reader answered, or what was kept of it, checked to the last letter. Rejects as `parseImported` throws. */
export async function parseAnnotated(answer: unknown): Promise<Annotated> {
  const { articles, ...about } = fileSchema.parse(answer);
  demand("articles", articles.length);
  demand(
    "annotations",
    sumOf(articles, ({ annotations }) => annotations.length),
  );
  const checked: AnnotatedArticle[] = [];
  for (const each of articles) {
    const annotations = await inTurns(each.annotations, (told) => annotation.parse(told));
    demandWhole({ ...each, annotations });
    checked.push({ ...each, annotations });
    await nextTurn();
  }
  demandFew(checked);
  return { ...about, articles: checked };
}

/** Throws Unreadable for more than can be taken over at once. */
export function demandFew(articles: readonly AnnotatedArticle[]): void {
  const passages = articles.flatMap(({ annotations }) => annotations);
  demand("articles", articles.length);
  demand("annotations", passages.length);
  const versions = articles.flatMap((each) => each.versions);
  demand("versions", versions.length);
  const letters = sumOf([...articles, ...versions], ({ text }) => text?.length ?? 0);
  const said = sumOf(
    passages,
    ({ note, quote, remembered, replies }) =>
      [note, quote?.exact ?? "", remembered?.exact ?? "", ...replies.map(({ text }) => text)].join(
        "",
      ).length,
  );
  demand("letters", letters + said);
  const talkers = passages.flatMap(talkersOf);
  demand("talk", talkers.length);
  const people = [
    ...passages.map(({ by: annotator }) => annotator),
    ...talkers,
    ...articles.flatMap(keepersOf),
    ...articles.flatMap(({ mentioned }) => mentioned),
  ];
  demand("people", new Set(people.map(personKey)).size);
  demand("labels", new Set(passages.flatMap(labelsOf).map(labelKey)).size);
}

const sumOf = <T>(all: readonly T[], count: (each: T) => number): number =>
  all.reduce((sum, each) => sum + count(each), 0);

function demand(what: keyof typeof ANNOTATED_LIMITS, there: number): void {
  if (there > ANNOTATED_LIMITS[what]) throw new Unreadable("file-too-long");
}

/** The text is that of the nodes, and passages are inside of it. */
function demandWhole({ text, content, annotations }: AnnotatedArticle): void {
  if (content !== null) demandReadable(content);
  const words = content && blocksOfNodes(content).map((block) => block.text);
  const length = text?.length ?? Number.POSITIVE_INFINITY;
  const isInside = annotations.every(
    ({ range }) => range === null || (range.start < range.end && range.end <= length),
  );
  if (!isInside || (words?.join(BLOCK_SEPARATOR) ?? null) !== text) {
    throw new RangeError("passages outside of their text");
  }
}
