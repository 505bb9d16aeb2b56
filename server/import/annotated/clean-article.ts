// What a file says, with no letters but those that an article may hold; passages stay on their words.

import { NEIGHBOURS } from "#domain/anchor/quote.ts";
import { QUOTE_LENGTH } from "#domain/annotation/annotation.ts";
import { blocksOfNodes } from "#domain/article/article-blocks.ts";
import { BLOCK_SEPARATOR, type TextRange } from "#domain/article/article-text.ts";
import { cleanTag, distinctTags, TAG_LENGTH, TAGS } from "#domain/article/tags.ts";
import { firstThat } from "#domain/first-that.ts";
import { REASON_LENGTH } from "#domain/talk/article-state.ts";
import { MENTIONS, REPLY_LENGTH } from "#domain/talk/talk.ts";
import { exactNodes } from "../../formats/exact-nodes.ts";
import type {
  Annotator,
  QuotePlace,
  ReadAnnotation,
  ReadArticle,
  ReadReply,
  ReadTalk,
} from "../../formats/read-article.ts";
import { cleanWords, oneLine } from "../convert/clean-words.ts";
import { languageOf } from "../convert/language.ts";
import { nodesSchema } from "../parse-imported.ts";
import type { AnnotatedArticle, AnnotatedPassage } from "./annotated.ts";

/** An article whose text, if it tells one, is the flat text of its nodes. */
export function cleanArticle(article: ReadArticle): AnnotatedArticle {
  const { text, content, annotations, leftOut, fetched, locked } = article;
  const { added, archived, visibility } = article;
  const clean = text === null ? null : cleanText(text);
  const nodes = clean && (fitting(content, clean.text) ?? exactNodes(clean.text));
  const moved = clean?.toClean ?? ((offset: number) => offset);
  return {
    title: line(article.title),
    byline: line(article.byline),
    source: line(article.source),
    language: languageOf(article.language ?? ""),
    published: line(article.published),
    tags: cleanTags(article.tags),
    ...{ added, archived, visibility },
    fetched: fetched && { at: fetched.at, hash: oneLine(fetched.hash) },
    versions: article.versions.map(({ by, at, text }) => ({
      ...{ by: by && person(by), at, text: cleanWords(text) },
    })),
    locked: locked && { by: person(locked.by), at: locked.at },
    ...{ labels: article.labels, attributes: article.attributes },
    mentioned: article.mentioned.map(person).filter(({ name }) => name !== ""),
    text: clean?.text ?? null,
    content: nodes,
    annotations: annotations.map((each) => cleanAnnotation(each, moved)),
    leftOut,
  };
}

const cleanTags = (tags: readonly string[]): string[] =>
  distinctTags(
    tags
      .map((tag) => cleanTag(oneLine(tag).replace(/\p{C}/gu, "")))
      .filter((tag) => tag !== "" && tag.length <= TAG_LENGTH),
  ).slice(0, TAGS);

const line = (words: string | null): string | null => oneLine(words) || null;

/** The nodes, when they are such as an article may have and tell this text; else null. */
function fitting(content: ReadArticle["content"], text: string): ReadArticle["content"] {
  const parsed = nodesSchema.safeParse(content);
  if (!parsed.success) return null;
  const words = blocksOfNodes(parsed.data).map((block) => block.text);
  return words.join(BLOCK_SEPARATOR) === text ? parsed.data : null;
}

function cleanAnnotation(
  { talk, ...annotation }: ReadAnnotation,
  moved: (offset: number) => number,
): AnnotatedPassage {
  const { by, kind, label, range, note, attributes, created } = annotation;
  const remembered = cleanPlace(annotation.remembered);
  return {
    by: person(by),
    ...saidOf(talk),
    kind: oneLine(kind),
    label: line(label),
    range: range && movedRange(range, moved),
    quote: cleanPlace(annotation.quote),
    remembered: remembered && tellingPlace(remembered),
    note: cleanWords(note),
    attributes: Object.fromEntries(
      Object.entries(attributes).map(([name, value]) => [oneLine(name), cleanWords(value)]),
    ),
    created,
  };
}

const cleanPlace = (place: QuotePlace | null): QuotePlace | null =>
  place && {
    exact: cleanWords(place.exact),
    prefix: cleanWords(place.prefix),
    suffix: cleanWords(place.suffix),
  };

/** As much of it as an anchor may hold; null for no words, and for more than can be annotated. */
function tellingPlace({ exact, prefix, suffix }: QuotePlace): QuotePlace | null {
  if (exact.trim() === "" || exact.length > QUOTE_LENGTH) return null;
  return {
    exact,
    prefix: prefix.slice(-NEIGHBOURS).toWellFormed(),
    suffix: suffix.slice(0, NEIGHBOURS).toWellFormed(),
  };
}

const person = ({ id, name }: Annotator): Annotator => ({ id: oneLine(id), name: oneLine(name) });

const NOTHING_SAID: ReadTalk = {
  ...{ replies: [], votes: [], proposals: [], resolved: null, hidden: null },
};

/** Replies without a word go. */
function saidOf(talk: ReadAnnotation["talk"]): ReadTalk {
  if (talk === null) return NOTHING_SAID;
  const { replies, votes, proposals, resolved, hidden } = talk;
  return {
    replies: replies.map(cleanReply).filter(({ text }) => text.trim() !== ""),
    votes: votes.map(({ by, at, vote }) => ({ by: person(by), at, vote })),
    proposals: proposals.map(({ by, at, kind, label, standing }) => ({
      ...{ by: person(by), at, kind: oneLine(kind), label: line(label), standing },
    })),
    resolved: resolved && { by: person(resolved.by), at: resolved.at },
    hidden: cleanHiding(hidden),
  };
}

const cleanReply = ({ by, text, created, edited, mentions, hidden }: ReadReply): ReadReply => ({
  ...{ by: person(by), text: cut(text, REPLY_LENGTH), created, edited },
  mentions: mentions.slice(0, MENTIONS).map(oneLine),
  hidden: cleanHiding(hidden),
});

const cleanHiding = (hidden: ReadTalk["hidden"]): ReadTalk["hidden"] =>
  hidden && { by: person(hidden.by), at: hidden.at, reason: cut(hidden.reason, REASON_LENGTH) };

const cut = (text: string, length: number): string =>
  cleanWords(text).slice(0, length).toWellFormed();

function movedRange(
  { start, end }: TextRange,
  moved: (offset: number) => number,
): TextRange | null {
  const range = { start: moved(start), end: moved(end) };
  return range.start < range.end ? range : null;
}

/** What `cleanWords` may change. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken away
const CHANGED = /\r\n?|[\0-\x08\x0b-\x1f\x7f-\x9f\u00ad\u2028\u2029\ufeff\ufff9-\ufffc]/g;

/** The clean text, and the way from an offset in the text of before to one in it. */
export function cleanText(text: string): {
  readonly text: string;
  readonly toClean: (offset: number) => number;
} {
  const pieces: string[] = [];
  /** Where each piece starts, before and after. */
  const starts = [{ before: 0, after: 0 }];
  let [from, length] = [0, 0];
  const add = (piece: string, next: number): void => {
    pieces.push(piece);
    length += piece.length;
    starts.push({ before: next, after: length });
  };
  for (const { 0: found, index } of text.matchAll(CHANGED)) {
    add(text.slice(from, index), index);
    from = index + found.length;
    add(cleanWords(found), from);
  }
  pieces.push(text.slice(from));
  const toClean = (offset: number): number => {
    const next = firstThat(starts, ({ before }) => before > offset);
    const { before, after } = starts[next - 1] ?? { before: 0, after: 0 };
    return Math.min(after + offset - before, starts[next]?.after ?? Number.POSITIVE_INFINITY);
  };
  return { text: pieces.join("").toWellFormed(), toClean };
}
