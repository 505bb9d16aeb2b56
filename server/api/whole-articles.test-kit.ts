// Any articles with everything that there can be in Postil, as files of our own hold them.

import fc from "fast-check";
import { changeAttribute } from "#domain/scheme/attribute-changes.ts";
import { askAsFile } from "#domain/scheme/attributes-of-file.ts";
import { POSTIL_CORE } from "#domain/scheme/postil-core.ts";
import { type Attribute, KINDS, kindOf, type Scheme } from "#domain/scheme/scheme.ts";
import { VISIBILITIES } from "#domain/space.ts";
import { VOTES } from "#domain/talk/talk.ts";
import { markedPassage, markedText } from "../formats/formats.test-kit.ts";
import type { MarkedAnnotation, MarkedArticle } from "../formats/marked-article.ts";

const PEOPLE = ["Ann", "Bén O’Hara", "سي ي", "Zoë 😀"].map((name) => ({ id: `id ${name}`, name }));

const WORDS = [
  ..."aZé",
  "the",
  "mill",
  "the mill",
  "😀",
  "👩‍👩‍👧",
  "e\u0301",
  "نص",
  "日本",
  "“so”",
  "@Ann",
  "=1",
  "<b>",
];

/** The codebook of a house that asks for more than ours, and has more to choose from. */
export const HOUSE: Scheme = changeAttribute(
  askAsFile(POSTIL_CORE, [
    { kind: "claim", attribute: choice("stance-1a2b3c", "Stance", ["For", "Against"]), chosen: [] },
    { kind: "entity", attribute: typed("nickname-4d5e6f", "Nickname", "text"), chosen: [] },
    { kind: "framing", attribute: typed("proof-7a8b9c", "Proof", "link"), chosen: [] },
  ]),
  ...(["claim", "priority"] as const),
  { values: [...valuesOf("priority"), { id: "never-0d1e2f", name: "Never" }] },
);

/** What is said under these. */
const ASKED = {
  claim: fc.constantFrom<Record<string, string>>(
    ...[{}, { "stance-1a2b3c": "for-1" }, { priority: "never-0d1e2f" }, { priority: "high" }],
  ),
  entity: fc.constantFrom<Record<string, string>>({}, { "nickname-4d5e6f": "Ada: “A.”" }),
  framing: fc.constantFrom<Record<string, string>>({}, { "proof-7a8b9c": "https://a.example/" }),
};

function choice(id: string, name: string, values: readonly string[]): Attribute {
  const all = values.map((value) => ({ id: `${value.toLowerCase()}-1`, name: value }));
  return { id, name, help: `Which ${name}?`, input: "choice", values: all };
}

function typed(id: string, name: string, input: "text" | "link"): Attribute {
  return { id, name, help: "", input, values: [] };
}

function valuesOf(id: string): Attribute["values"] {
  return kindOf(POSTIL_CORE, "claim").attributes.find((each) => each.id === id)?.values ?? [];
}

const words = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 12 })
  .map((all) => all.join(" "));
const paragraphs = fc.array(words, { minLength: 1, maxLength: 4 }).map((all) => all.join("\n\n"));

const person = fc.constantFrom(...PEOPLE);
const somebody = fc.subarray(PEOPLE);

/** A time that no other one of its kind is like. */
const timeAt = (index: number): string =>
  new Date(1_700_000_000_000 + index * 61_000).toISOString();
const moment = fc.nat({ max: 1000 }).map(timeAt);
const deed = fc.record({ by: person, at: moment });
const maybe = <T>(one: fc.Arbitrary<T>) => fc.option(one, { nil: null });
const hiding = maybe(fc.record({ by: person, at: moment, reason: words }));

const labelling = fc.constantFrom(...KINDS).chain((kind) =>
  fc.record({
    kind: fc.constant(kind),
    label: fc.constantFrom(null, ...kindOf(POSTIL_CORE, kind).labels.map(({ id }) => id)),
  }),
);

const replies = fc
  .array(
    fc.record({
      ...{ author: person, text: words, mentioned: somebody },
      ...{ editedAt: maybe(moment), hidden: hiding },
    }),
    { maxLength: 3 },
  )
  .map((all) =>
    all.map(({ mentioned, ...reply }, index) => ({
      ...{ ...reply, id: `reply ${index}`, createdAt: timeAt(index) },
      mentions: mentioned.map(({ id }) => id),
    })),
  );

const voters = fc
  .tuple(somebody, fc.array(fc.constantFrom(...VOTES), { minLength: 4, maxLength: 4 }))
  .map(([who, votes]) =>
    who.map((by, index) => ({ by, at: timeAt(index), vote: votes[index] ?? "unsure" })),
  );

const proposals = fc.tuple(
  somebody,
  fc.array(
    fc.record({
      told: labelling,
      standing: fc.constantFrom("open" as const, "accepted" as const, "declined" as const),
    }),
    { minLength: 4, maxLength: 4 },
  ),
);

/** What is said of a passage, wherever that is. */
const said = fc
  .record({
    ...{ author: person, note: fc.oneof(fc.constant(""), words), createdAt: moment },
    ...{ labelling, replies, voters, proposals, resolved: maybe(deed), hidden: hiding },
    ...{ speaker: fc.constantFrom("", "Ada: said"), asked: fc.record(ASKED) },
  })
  .map(({ labelling: own, proposals: [who, told], speaker, asked, ...rest }) => {
    const votes = { agree: 0, disagree: 0, unsure: 0 };
    for (const { vote } of rest.voters) votes[vote] += 1;
    return {
      ...{ ...rest, ...own, votes },
      attributes: {
        ...(speaker !== "" && own.kind === "claim" && { speaker }),
        ...asked[own.kind],
      },
      // nobody proposes for what is theirs, and what the label is already is no open proposal
      proposals: who.flatMap((by, index) => {
        const { told: other, standing } = told[index] ?? { told: own, standing: "open" };
        const isSame = other.kind === own.kind && other.label === own.label;
        if (by.id === rest.author.id || (isSame && standing === "open")) return [];
        return [{ by, at: timeAt(index), ...other, standing }];
      }),
    };
  });

/** Neighbours and words that no text of these has. */
const OTHER = { prefix: "[before]", suffix: "[behind]", quote: "[gone for good]" } as const;

/** On some words of a text, on words that were others before, or on words that are gone. */
function annotationIn(text: string): fc.Arbitrary<MarkedAnnotation> {
  const places = [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => [
    index,
    index + word.length,
  ]);
  return fc
    .record({
      ...{ said, first: fc.nat(places.length - 1), second: fc.nat(places.length - 1) },
      state: fc.constantFrom("there", "there", "changed", "gone"),
    })
    .map(({ said: told, first, second, state }) => {
      const [start = 0] = places[Math.min(first, second)] ?? [];
      const [, end = 1] = places[Math.max(first, second)] ?? [];
      if (state === "gone") {
        return markedPassage({ ...told, ...OTHER, start: null, end: null, orphan: true });
      }
      const quote = state === "there" ? text.slice(start, end) : OTHER.quote;
      return markedPassage({ ...told, ...OTHER, quote, start, end });
    });
}

const history = fc
  .record({
    texts: fc.array(fc.tuple(maybe(person), paragraphs), { maxLength: 2 }),
    locked: maybe(deed),
  })
  .map(({ texts, locked }) => ({ texts, locked }));

const about = fc.record({
  byline: maybe(words),
  source: fc.constantFrom(null, "https://news.example/a?b=1"),
  language: fc.constantFrom(null, "en", "pt-BR"),
  published: fc.constantFrom(null, "2026-01-02"),
  tags: fc.subarray(["Local", "News 😀", "two words"]),
  ...{ createdAt: moment, archived: fc.boolean() },
  visibility: fc.constantFrom(null, ...VISIBILITIES),
  fetched: maybe(fc.record({ fetchedAt: moment, sourceHash: fc.constant("ab".repeat(32)) })),
});

function articleOf(index: number): fc.Arbitrary<MarkedArticle> {
  return fc
    .record({ paragraphs, about, history })
    .chain(({ paragraphs: end, about: told, history: kept }) => {
      const text = `Number ${index}.\n\n${end}`;
      const { fetched, ...rest } = told;
      const texts =
        kept.locked === null ? kept.texts : [...kept.texts, [kept.locked.by, text] as const];
      return fc.array(annotationIn(text), { maxLength: 6 }).map((annotations) => ({
        ...markedText(text, annotations, { title: `Number ${index}`, ...rest, ...fetched }),
        versions: texts.map(([by, words], at) => ({
          ...{ number: at + 1, hash: "", at: timeAt(at), by, text: words },
        })),
        locked: kept.locked,
        ...{ mentioned: mentionedIn(annotations), scheme: HOUSE },
      }));
    });
}

/** Those who had no other part in it. */
function mentionedIn(annotations: readonly MarkedAnnotation[]): typeof PEOPLE {
  const replies = annotations.flatMap((each) => each.replies);
  const deeds = annotations.flatMap(({ voters, proposals, resolved, hidden }) => [
    ...[...voters, ...proposals],
    ...[resolved, hidden],
  ]);
  const talkers = [
    ...[...annotations, ...replies].map(({ author }) => author),
    ...[...deeds, ...replies.map(({ hidden }) => hidden)].flatMap((each) => each?.by ?? []),
  ].map(({ id }) => id);
  const mentions = new Set(replies.flatMap((reply) => reply.mentions));
  return PEOPLE.filter(({ id }) => mentions.has(id) && !talkers.includes(id));
}

/** So many articles, numbered from 0, each of its own text. */
export const anyWholeArticles = (count: number): fc.Arbitrary<MarkedArticle[]> =>
  fc.tuple(...Array.from({ length: count }, (_, index) => articleOf(index)));
