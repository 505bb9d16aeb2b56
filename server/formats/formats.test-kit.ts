// Articles for tests of formats: random ones with everything that shifts offsets, and the gold sample.

import { readFileSync } from "node:fs";
import fc from "fast-check";
import { nodesOfText } from "#domain/article/article.ts";
import { blocksOfNodes } from "#domain/article/article-blocks.ts";
import { BLOCK_SEPARATOR } from "#domain/article/article-text.ts";
import { POSTIL_CORE } from "#domain/scheme/postil-core.ts";
import { KINDS, kindOf } from "#domain/scheme/scheme.ts";
import { VOTES } from "#domain/talk/talk.ts";
import { exactNodes } from "./exact-nodes.ts";
import type { NamedFile } from "./format.ts";
import type { MarkedAnnotation, MarkedArticle, MarkedText } from "./marked-article.ts";

const NOON = "2026-03-01T12:00:00.000Z";

/** What shifts offsets, ends sentences, or means something to a format. */
const LETTERS = [
  ..."aZ é0.,?!'\"`\\|#*_[]()<>&;:@=+-/\t\n",
  ...[
    "😀",
    "👩‍👩‍👧",
    "𝒳",
    "e\u0301",
    "نص",
    "שלום",
    "日本",
    "\u00a0",
    "\u2028",
    "\u200f",
    "\n\n",
    ". ",
  ],
  ...["B-PER", "<b>", "&amp;", "{{", "%s", "-X-", "T1"],
];

const words = (most: number) =>
  fc
    .array(fc.constantFrom(...LETTERS), { minLength: 1, maxLength: most })
    .map((all) => all.join(""));

/** An article of one text, marked with what is given. */
export function markedText(
  text: string,
  annotations: readonly MarkedAnnotation[] = [],
  told: Partial<MarkedText> = {},
): MarkedArticle {
  const content = told.content ?? exactNodes(text);
  const blocks = blocksOfNodes(content).map(({ start, text: { length } }) => ({
    ...{ type: "paragraph", start, end: start + length },
  }));
  const article = {
    ...{ id: "article-1", title: "A title", byline: null, source: null, language: "en", tags: [] },
    ...{ createdAt: NOON, published: null, fetchedAt: null, sourceHash: null },
    ...{ archived: false, visibility: null },
    ...{ hash: "", text, blocks, content: [...content] },
    ...told,
  };
  const url = "https://postil.example/articles/article-1";
  return {
    article: { ...article, content: [...article.content] },
    url,
    scheme: POSTIL_CORE,
    language: "en",
    ...{ versions: [], locked: null, mentioned: [] },
    annotations,
  };
}

/** An annotation of which nothing was said, but for what is given. */
export function markedPassage(told: Partial<MarkedAnnotation>): MarkedAnnotation {
  return {
    ...{
      id: "annotation-1",
      kind: "claim",
      label: null,
      quote: "",
      prefix: "",
      suffix: "",
      start: 0,
      end: 1,
    },
    ...{ orphan: false, author: { id: "ann", name: "Ann" }, note: "", attributes: {} },
    ...{ createdAt: NOON, replies: [], votes: { agree: 0, disagree: 0, unsure: 0 } },
    ...{ voters: [], proposals: [], resolved: null, hidden: null },
    ...told,
  };
}

const PEOPLE = [
  { id: "ann", name: "Ann" },
  { id: "ben", name: "Bén O’Hara" },
  { id: "cy", name: "سي ي" },
];

const person = fc.constantFrom(...PEOPLE);
const moment = fc
  .integer({ min: 0, max: 1_000_000_000 })
  .map((seconds) => new Date(1_700_000_000_000 + seconds * 1000).toISOString());

const talkOf = fc.record({
  replies: fc.array(
    fc.record({
      ...{ id: fc.uuid(), author: person, text: words(8), mentions: fc.constant<string[]>([]) },
      ...{ createdAt: moment, editedAt: fc.constant(null), hidden: fc.constant(null) },
    }),
    { maxLength: 2 },
  ),
  voters: fc.array(fc.record({ by: person, at: moment, vote: fc.constantFrom(...VOTES) }), {
    maxLength: 2,
  }),
  resolved: fc.option(fc.record({ by: person, at: moment }), { nil: null, freq: 3 }),
});

/** An annotation somewhere in a text: characters stay whole, edges stand on no line break. */
function annotationIn(text: string): fc.Arbitrary<MarkedAnnotation> {
  const edges = [...edgesOf(text)];
  return fc
    .record({
      ...{ id: fc.uuid(), author: person, note: fc.oneof(fc.constant(""), words(12)) },
      ...{ createdAt: moment, kind: fc.constantFrom(...KINDS), talk: talkOf },
      ...{ choice: fc.nat(), first: fc.nat(edges.length - 1), second: fc.nat(edges.length - 1) },
      attributes: fc.constantFrom<Record<string, string>>({}, { entity: 'A, "B"\n|C' }),
    })
    .map(({ first, second, choice, talk, ...told }) => {
      const [start, end] = passageOf(text, edges[first] ?? 0, edges[second] ?? 0);
      const { labels } = kindOf(POSTIL_CORE, told.kind);
      const label = labels[choice % (labels.length + 1)]?.id ?? null;
      const votes = { agree: 0, disagree: 0, unsure: 0 };
      for (const { vote } of talk.voters) votes[vote] += 1;
      const quote = text.slice(start, end);
      return markedPassage({ ...told, ...talk, votes, label, start, end, quote });
    });
}

/** The passage between two edges, without line breaks at its ends; the first letter when nothing is left. */
function passageOf(text: string, one: number, other: number): [start: number, end: number] {
  let [start, end] = [Math.min(one, other), Math.max(one, other)];
  while (start < end && text[start] === "\n") start++;
  while (end > start && text[end - 1] === "\n") end--;
  return start < end ? [start, end] : [0, 1];
}

function* edgesOf(text: string): Generator<number> {
  for (const { index, segment } of new Intl.Segmenter("en").segment(text)) {
    if (index === 0) yield 0;
    yield index + segment.length;
  }
}

/** Any article with annotations that lie over each other, in reading order. */
export const anyMarkedArticle: fc.Arbitrary<MarkedArticle> = fc
  .record({
    text: words(60).map((text) => `x${text}x`),
    byline: fc.option(words(5), { nil: null }),
  })
  .chain(({ text, byline }) =>
    fc
      .array(annotationIn(text), { maxLength: 8 })
      .map((all) => withoutScheme(markedText(text, all.sort(inReadingOrder), { byline }))),
  );

/** Shows text and annotations only, when a property fails. */
const withoutScheme = (marked: MarkedArticle): MarkedArticle =>
  Object.assign(marked, {
    [fc.toStringMethod]: () => JSON.stringify([marked.article.text, marked.annotations]),
  });

const inReadingOrder = (a: MarkedAnnotation, b: MarkedAnnotation): number =>
  (a.start ?? 0) - (b.start ?? 0) || (b.end ?? 0) - (a.end ?? 0) || (a.id < b.id ? -1 : 1);

type Gold = { kind: "claim" | "entity" | "framing"; label: string; start: number; end: number };

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");

/** The sample article with its reference annotation. */
export function goldArticle(): MarkedArticle {
  const title = "Diplomatic Endeavors: Blinken’s Crucial Visit Amidst Israel’s Defense Efforts";
  const content = nodesOfText(read("../sample/article.txt"), title);
  const text = blocksOfNodes(content)
    .map((block) => block.text)
    .join(BLOCK_SEPARATOR);
  const gold: Gold[] = JSON.parse(read("../../e2e/sample/gold.json"));
  const annotations = gold.map((told, index) =>
    markedPassage({ ...told, id: `gold-${index}`, quote: text.slice(told.start, told.end) }),
  );
  return markedText(text, annotations, { title, content, source: "https://example.org/news" });
}

/** The text of the file with this ending. */
export function textWithEnding(files: readonly NamedFile[], ending: string): string {
  const file = files.find(({ name }) => name.endsWith(ending));
  if (!file) throw new Error(`no file ends with ${ending}`);
  return new TextDecoder().decode(file.bytes);
}
