// Everything that there can be in Postil, taken over from files of our own at a real server, and downloaded again.

import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { shownValue } from "#domain/scheme/attribute.ts";
import { kindOf, type Scheme } from "#domain/scheme/scheme.ts";
import { formatOf } from "../formats/formats.ts";
import type { MarkedAnnotation, MarkedArticle } from "../formats/marked-article.ts";
import { zipOf } from "../import/convert/zip.test-kit.ts";
import { TestServer } from "../test-server.ts";
import { all, sendFile, takeOver } from "./annotated.test-kit.ts";
import { type Known, spaceOf, teacherAt } from "./spaces.test-kit.ts";
import { anyWholeArticles } from "./whole-articles.test-kit.ts";

/** `SEED=random ROUND_TRIPS=100 npm test -- unit server/api/whole-round-trip` takes a hundred others. */
const { ROUND_TRIPS } = process.env;

/** How many articles are taken over at once. */
const AT_ONCE = 6;

let server: TestServer;
let teacher: Known;
let now = Date.now();
beforeAll(async () => {
  server = await TestServer.start({ now: () => now });
  teacher = await teacherAt(server);
});
afterAll(() => server.stop());

async function zipped(articles: readonly MarkedArticle[]): Promise<Uint8Array<ArrayBuffer>> {
  const { writer } = await formatOf("postil");
  const files = articles.map(async (each, index) => {
    const [file] = (await writer?.write(each, `${index}`)) ?? [];
    return [`${index}.json`, file?.bytes ?? ""] as const;
  });
  return Uint8Array.from(zipOf(Object.fromEntries(await Promise.all(files))));
}

/** What a file tells: people by name, without ids and without what is of one place; annotations in an order of their own. */
function told({ article, versions, locked, mentioned, annotations, scheme }: MarkedArticle) {
  const { id: _, hash: __, blocks: ___, ...about } = article;
  const people = annotations.flatMap(({ author, replies, voters, proposals, resolved, hidden }) => [
    ...[author, ...replies.map((reply) => reply.author)],
    ...[...voters, ...proposals, ...replies.map((reply) => reply.hidden), resolved, hidden].flatMap(
      (deed) => deed?.by ?? [],
    ),
  ]);
  const names = new Map([...people, ...mentioned].map(({ id, name }) => [id, name]));
  const withoutIds = (value: unknown) =>
    JSON.parse(
      JSON.stringify(value, (key, inner) => {
        if (key === "mentions") return inner.map((id: string) => names.get(id) ?? "nobody");
        if (key === "id" || key === "hash") return undefined;
        return isObject(inner) ? inOrder(inner) : inner;
      }),
    );
  return {
    ...withoutIds({ about, locked }),
    versions: withoutIds(versions).toSorted((a: Numbered, b: Numbered) => a.number - b.number),
    asked: annotations.flatMap((each) => askedOf(each, scheme)).toSorted(),
    mentioned: mentioned.map(({ name }) => name).toSorted(),
    annotations: withoutIds(annotations)
      .map((one: object) => JSON.stringify(one))
      .toSorted(),
  };
}

/** What is said under attributes, as their codebook shows it. */
function askedOf({ kind, attributes }: MarkedAnnotation, scheme: Scheme): string[] {
  const asked = kindOf(scheme, kind).attributes;
  return Object.entries(attributes).map(([id, value]) => {
    const attribute = asked.find((each) => each.id === id);
    const shown = attribute && [attribute.name, attribute.input, shownValue(attribute, value)];
    return JSON.stringify([kind, shown]);
  });
}

type Numbered = { readonly number: number };

const inOrder = (one: object) =>
  Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)));

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

async function expectComesBack(articles: readonly MarkedArticle[]): Promise<void> {
  now += 60 * 60_000; // limits fill up again
  const space = await spaceOf(teacher);
  const sent = await sendFile(teacher, await zipped(articles), { space, name: "all.zip" });
  expect(sent.body.leftOut).toEqual({});
  const { status, body } = await takeOver(teacher, space, all(sent.body));
  expect([status, body]).toEqual([200, expect.anything()]);
  for (const [index, { id, unfound, unsaid }] of body.articles.entries()) {
    expect([unfound, unsaid]).toEqual([0, 0]);
    const wish = "format=postil&names=shown&states=open,resolved,hidden";
    const again = await teacher.ask(`/api/articles/${id}/annotations?${wish}`);
    const before = articles.find(({ article }) => article.title === body.articles[index].title);
    expect(told(again.body)).toEqual(before && told(before));
  }
}

test("[A9] whatever there is in articles, all of it is there again, but for ids", {
  timeout: 60_000 + 20_000 * Number(ROUND_TRIPS ?? 0),
}, async () => {
  const rounds =
    ROUND_TRIPS === undefined
      ? { numRuns: 2, seed: 68, endOnFailure: true }
      : { numRuns: Number(ROUND_TRIPS), endOnFailure: true };
  await fc.assert(fc.asyncProperty(anyWholeArticles(AT_ONCE), expectComesBack), rounds);
});
