// Hypothesis' annotations as its API tells them, found by a search or one by one, in only. Passages are
// known by their words: offsets count in a page that is elsewhere. Replies are told by what they refer to.
// https://h.readthedocs.io/en/latest/api-reference/v1/

import { z } from "zod";
import { type Format, type NamedFile, UnreadableFile } from "./format.ts";
import { jsonOf } from "./json.ts";
import {
  type QuotePlace,
  type ReadAnnotation,
  type ReadArticle,
  type ReadReply,
  readAnnotation,
  readArticle,
  someOf,
} from "./read-article.ts";
import { plainReply, talkOfReplies } from "./reply-talk.ts";

/** The group of what everybody may read. */
const PUBLIC = "__world__";

const selectorShape = z
  .looseObject({ type: z.string(), exact: z.string(), prefix: z.string(), suffix: z.string() })
  .partial();

const rowShape = z.looseObject({
  ...{ id: z.string(), user: z.string(), uri: z.string() },
  group: z.string().default(PUBLIC),
  text: z.string().default(""),
  tags: z.array(z.string()).default([]),
  created: z.string().nullable().default(null),
  references: z.array(z.string()).default([]),
  document: z
    .looseObject({ title: z.union([z.string(), z.array(z.string())]) })
    .partial()
    .optional(),
  user_info: z.looseObject({ display_name: z.string().nullable() }).partial().nullish(),
  target: z.array(z.looseObject({ selector: z.array(selectorShape).default([]) })),
});

type Row = z.infer<typeof rowShape>;

const fileShape = z.union([
  z.looseObject({ rows: z.array(rowShape) }).transform(({ rows }) => rows),
  z.array(rowShape).min(1),
  rowShape.transform((row) => [row]),
]);

export const hypothesis: Format = {
  extension: "json",
  mediaType: "application/json",
  writer: null,
  reader: {
    recognises: ([file]) => file !== undefined && fileShape.safeParse(jsonOf(file)).success,
    read: (files) => articlesOf(files.flatMap(rowsIn)),
  },
};

function rowsIn(file: NamedFile): Row[] {
  const parsed = fileShape.safeParse(jsonOf(file));
  if (!parsed.success) throw new UnreadableFile("not-this-format", parsed.error);
  return parsed.data;
}

/** An article for each page, in the order in which pages appear. */
function articlesOf(rows: readonly Row[]): ReadArticle[] {
  return [...Map.groupBy(rows, ({ uri }) => uri)].map(([source, own]) => articleOf(source, own));
}

/** Replies whose annotation is not told, or is none of a passage, are left out with it. */
function articleOf(source: string, rows: readonly Row[]): ReadArticle {
  const replies = Map.groupBy(rows, ({ references: [root = ""] }) => root);
  const roots = replies.get("") ?? [];
  const passages = roots.filter((row) => quoteOf(row) !== null);
  const annotations = passages.flatMap((row) => annotationOf(row, replies.get(row.id) ?? []));
  const known = new Set(passages.map(({ id }) => id));
  const astray = rows.filter(({ references: [root] }) => root !== undefined && !known.has(root));
  return readArticle({
    ...{ source, annotations, title: titleOf(rows) },
    leftOut: someOf({
      "document-label": roots.length - annotations.length,
      other: astray.length,
    }),
  });
}

/** The first tag is the label; further ones end the note. A page note is none. */
function annotationOf(row: Row, replies: readonly Row[]): ReadAnnotation[] {
  const quote = quoteOf(row);
  const [label = null, ...tags] = row.tags;
  if (quote === null) return [];
  return [
    readAnnotation({
      ...{ by: authorOf(row), label, quote, created: row.created },
      ...(row.group !== PUBLIC && { attributes: { group: row.group } }),
      note: [wordsOf(row), ...tags.map((tag) => `#${tag}`)]
        .filter((line) => line !== "")
        .join("\n"),
      talk: talkOfReplies([...replies].sort(byTime).map(replyOf)),
    }),
  ];
}

function quoteOf({ target }: Row): QuotePlace | null {
  const selectors = target.flatMap(({ selector }) => selector);
  const words = selectors.find(({ type }) => type === "TextQuoteSelector");
  const { exact = "", prefix = "", suffix = "" } = words ?? {};
  return exact === "" ? null : { exact, prefix, suffix };
}

const replyOf = (row: Row): ReadReply => ({
  ...plainReply({ by: authorOf(row), text: wordsOf(row), created: row.created }),
  mentions: [...row.text.matchAll(MENTION)].flatMap(([, user]) => user ?? []),
});

/** Who is mentioned stands in the words as an element of HTML. */
const MENTION = /<a data-hyp-mention(?:="")? data-userid="([^"]*)"[^>]*>([^<]*)<\/a>/g;

/** What somebody wrote, with names for mentions. */
const wordsOf = ({ text }: Row): string => text.replace(MENTION, "$2");

const byTime = (a: Row, b: Row): number =>
  Date.parse(a.created ?? "") - Date.parse(b.created ?? "") || 0;

/** Such as `acct:ann@hypothes.is`, unless there is a name to be shown. */
function authorOf({ user, user_info }: Row): ReadAnnotation["by"] {
  const name = user_info?.display_name || user.replace(/^acct:/, "").replace(/@.*$/, "");
  return { id: user, name };
}

function titleOf(rows: readonly Row[]): string | null {
  const titles = rows.flatMap(({ document }) => document?.title ?? []);
  return titles.find((title) => title !== "") ?? null;
}
