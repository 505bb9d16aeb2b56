// What every format has to hold that is written and read: what comes back is what it carries.

import fc from "fast-check";
import { expect } from "vitest";
import type { Facet } from "#domain/format-facets.ts";
import type { Format } from "./format.ts";
import { anyMarkedArticle, goldArticle } from "./formats.test-kit.ts";
import { lossesOf, omittedFrom } from "./losses.ts";
import type { MarkedAnnotation, MarkedArticle } from "./marked-article.ts";
import {
  type Annotator,
  type ReadAnnotation,
  type ReadArticle,
  type ReadTalk,
  readArticle,
} from "./read-article.ts";

const talkRead = ({ replies, voters, resolved }: MarkedAnnotation): ReadTalk => ({
  replies: replies.map(({ author, text, createdAt }) => ({
    ...{ by: personRead(author), text, created: createdAt, edited: null },
    ...{ mentions: [], hidden: null },
  })),
  votes: voters.map((vote) => ({ ...vote, by: personRead(vote.by) })),
  proposals: [],
  resolved: resolved && { ...resolved, by: personRead(resolved.by) },
  hidden: null,
});

const personRead = ({ id, name }: MarkedAnnotation["author"]): Annotator => ({
  ...{ id, name: name ?? "" },
});

/** What a reader finds of an article of which nothing was lost. */
function readOf({ article, annotations }: MarkedArticle): ReadArticle {
  const { title, byline, source, language, published, text, content } = article;
  return readArticle({
    ...{ title, byline, source, language, published, text, content },
    annotations: annotations.map((each) => ({
      ...each,
      by: personRead(each.author),
      range: { start: each.start ?? -1, end: each.end ?? -1 },
      quote: { exact: each.quote, prefix: "", suffix: "" },
      remembered: null,
      created: each.createdAt,
      talk: talkRead(each),
    })),
  });
}

/** What is said of one annotation, by facet: "nothing" is null, "" or empty. */
const SAID = {
  label: ({ kind, label }) => label && [kind, label],
  note: ({ note }) => note,
  attributes: ({ attributes }) => Object.entries(attributes),
  author: ({ by }) => by.name,
  created: ({ created }) => created,
  replies: ({ talk }) => talk?.replies.map(({ by, text }) => [by.name, text]),
  votes: ({ talk }) => talk?.votes.map(({ by, vote }) => [by.name, vote]),
  resolved: ({ talk }) => talk?.resolved?.by.name,
} as const satisfies Partial<Record<Facet, (told: ReadAnnotation) => unknown>>;

const rangeIn = ({ range }: ReadAnnotation) => range ?? { start: -1, end: -1 };

/** The passage without blanks at its edges. */
function innerRange(told: ReadAnnotation) {
  const { start, end } = rangeIn(told);
  const words = told.quote?.exact;
  if (words === undefined) return { start, end };
  const before = words.length - words.trimStart().length;
  return { start: start + before, end: end - (words.length - words.trimEnd().length) };
}

/** Every annotation as text to be compared: its passage and what is carried of the rest. */
function told(annotations: readonly ReadAnnotation[], carries: ReadonlySet<Facet>): string[] {
  return annotations
    .map((each) => {
      const { start, end } = carries.has("blanks") ? rangeIn(each) : innerRange(each);
      const said = Object.entries(SAID).map(([facet, say]) => [facet, say(each)] as const);
      return JSON.stringify([
        ...[start, end],
        ...said.filter(([facet]) => [...carries].some((each) => each === facet)),
      ]);
    })
    .sort();
}

/** Whether there are blanks at the edges of a passage. */
function hasBlanks(text: string, told: ReadAnnotation): boolean {
  const { start, end } = rangeIn(told);
  const words = text.slice(start, end);
  return words !== words.trim();
}

/** How much is said by each facet. */
function amounts({
  text,
  annotations,
  byline,
  source,
  language,
}: ReadArticle): Map<string, number> {
  const count = (say: (told: ReadAnnotation) => unknown): number =>
    annotations.reduce((sum, each) => {
      const said = say(each);
      return sum + (Array.isArray(said) ? said.length : Number(Boolean(said)));
    }, 0);
  const { attributes, label, ...others } = SAID;
  return new Map([
    ["blanks", annotations.filter((each) => hasBlanks(text ?? "", each)).length],
    ["attributes", count((each) => attributes(each).length > 0)],
    ["label", count((each) => label(each) !== null)],
    ...Object.entries(others).map(([facet, say]) => [facet, count(say)] as const),
    ["details", [byline, source, language].filter((each) => each !== null).length],
  ]);
}

/**
 * [FO4] and [FO6] of a format that is read, too: every passage comes back with all that the format
 * carries, and what is lost is what was told before. Failing examples are shown with their seed.
 *
 * @param noteRead How a note comes back, where that is not as it was.
 */
export async function expectRoundTrips(
  { writer, reader }: Format,
  noteRead = (note: string): string => note,
): Promise<void> {
  if (writer === null || reader === null) throw new Error("a format of one way only");
  const check = async (marked: MarkedArticle): Promise<void> => {
    const files = await writer.write(marked, "article");
    expect(reader.recognises(files)).toBe(true);
    const read = onlyArticle(await reader.read(files));
    const omitted = omittedFrom(marked, writer);
    const kept = marked.annotations
      .filter((each) => !omitted.has(each))
      .map((each) => ({ ...each, note: noteRead(each.note) }));
    const whole = readOf({ ...marked, annotations: kept });
    expect(read.text).toBe(marked.article.text);
    expect(told(read.annotations, writer.carries)).toEqual(told(whole.annotations, writer.carries));
    const {
      annotation = 0,
      layout: _,
      proposals: __,
      hidden: ___,
      ...losses
    } = lossesOf(marked, writer);
    expect(annotation).toBe(omitted.size);
    const [before, after] = [amounts(whole), amounts(read)];
    const lost = [...before].map(
      ([facet, count]) => [facet, count - (after.get(facet) ?? 0)] as const,
    );
    expect(Object.fromEntries(lost.filter(([, count]) => count !== 0))).toEqual(losses);
  };
  await fc.assert(fc.asyncProperty(anyMarkedArticle, check));
  await check(goldArticle());
}

/** The only article that files hold. */
function onlyArticle(articles: readonly ReadArticle[]): ReadArticle {
  const [article, ...others] = articles;
  if (article === undefined || others.length > 0) throw new Error(`${articles.length} articles`);
  return article;
}
