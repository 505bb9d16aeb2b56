import fc from "fast-check";
import { expect, test } from "vitest";
import { FACETS, type NamedFile, UnreadableFile } from "./format.ts";
import { anyMarkedArticle, goldArticle, onlyArticle } from "./formats.test-kit.ts";
import { jsonFile } from "./json.ts";
import { lossesOf } from "./losses.ts";
import type { MarkedArticle } from "./marked-article.ts";
import { postil } from "./postil.ts";

const writer = postil.writer ?? expect.unreachable();
const reader = postil.reader ?? expect.unreachable();

async function roundTrip(marked: MarkedArticle): Promise<void> {
  const files = await writer.write(marked, "article");
  expect(reader.recognises(files)).toBe(true);
  const read = onlyArticle(await reader.read(files));
  expect([read.text, read.content]).toEqual([marked.article.text, marked.article.content]);
  expect(read.annotations.map(({ range }) => range)).toEqual(
    marked.annotations.map(({ start, end }) => ({ start, end })),
  );
  for (const [index, { by, talk, created, quote, ...same }] of read.annotations.entries()) {
    const before = marked.annotations[index];
    expect({ ...before, ...same }).toEqual({ ...before, range: same.range });
    expect([by, created, quote?.exact]).toEqual([before?.author, before?.createdAt, before?.quote]);
    expect(talk?.replies.map(({ text }) => text)).toEqual(before?.replies.map(({ text }) => text));
    expect(talk?.votes).toEqual(before?.voters);
    expect(talk?.resolved).toEqual(before?.resolved);
  }
}

test("[FO4] our own file loses nothing", async () => {
  await fc.assert(fc.asyncProperty(anyMarkedArticle, roundTrip));
  await roundTrip(goldArticle());
  expect(lossesOf(goldArticle(), writer)).toEqual({});
  expect([...writer.carries]).toEqual([...FACETS]);
});

test("[FO5] what is not ours is not taken for it, and a broken file of ours says so", async () => {
  const wrong = (value: unknown): NamedFile => jsonFile("a.json", value);
  expect(reader.recognises([wrong({ format: "other" })])).toBe(false);
  expect(reader.recognises([{ name: "a.json", bytes: new Uint8Array([0xff, 0]) }])).toBe(false);
  const broken = wrong({ format: "postil-article/1", article: {}, annotations: [] });
  expect(reader.recognises([broken])).toBe(true);
  await expect(async () => reader.read([broken])).rejects.toThrow(UnreadableFile);
});
