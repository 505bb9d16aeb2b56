import { expect, test } from "vitest";
import { type NamedFile, UnreadableFile } from "./format.ts";
import { goldArticle } from "./formats.test-kit.ts";
import { jsonFile } from "./json.ts";
import { lossesOf } from "./losses.ts";
import { postil } from "./postil.ts";
import { expectRoundTrips } from "./round-trip.test-kit.ts";
import { textFile } from "./text-file.ts";

const writer = postil.writer ?? expect.unreachable();
const reader = postil.reader ?? expect.unreachable();

test("[FO4] our own file loses nothing, not even a heading", async () => {
  await expectRoundTrips(postil);
  const gold = goldArticle();
  expect(lossesOf(gold, writer)).toEqual({});
  const [read] = await reader.read(await writer.write(gold, "gold"));
  expect(read?.content).toEqual(gold.article.content);
});

test("[FO5] what is not ours is not taken for it, and a broken file of ours says so", async () => {
  const wrong = (value: unknown): NamedFile => jsonFile("a.json", value);
  expect(reader.recognises([wrong({ format: "other" })])).toBe(false);
  expect(reader.recognises([{ name: "a.json", bytes: new Uint8Array([0xff, 0]) }])).toBe(false);
  const broken = wrong({ format: "postil-article/1", article: {}, annotations: [] });
  expect(reader.recognises([broken])).toBe(true);
  await expect(async () => reader.read([broken])).rejects.toThrow(UnreadableFile);
});

test("[FO5] offsets that lead out of the text of a changed file are left to the words", async () => {
  const [file] = await writer.write(goldArticle(), "gold");
  const text = new TextDecoder().decode(file?.bytes).replace(/"end": \d+/g, '"end": 99999999');
  const [read] = await reader.read([textFile("gold.json", text)]);
  expect(read?.annotations.map(({ range }) => range)).toEqual(
    goldArticle().annotations.map(() => null),
  );
  expect(read?.annotations.every(({ quote }) => quote?.exact)).toBe(true);
});
