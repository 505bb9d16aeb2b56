import { expect, test } from "vitest";
import { FORMAT_IDS } from "#domain/format-ids.ts";
import type { Format } from "./format.ts";
import { goldArticle } from "./formats.test-kit.ts";
import { formatOf } from "./formats.ts";
import { lossesOf, omittedFrom } from "./losses.ts";

const gold = goldArticle();
const formats = await Promise.all(FORMAT_IDS.map(async (id) => ({ id, ...(await formatOf(id)) })));
const twoWays = formats.filter(({ writer, reader }) => writer !== null && reader !== null);

/** What the annotations of the sample become in a format and out of it, as text to be compared. */
async function throughFormat({ writer, reader }: Format): Promise<string[]> {
  const files = (await writer?.write(gold, "gold")) ?? [];
  expect(reader?.recognises(files)).toBe(true);
  const [article] = (await reader?.read(files)) ?? [];
  const { text } = gold.article;
  expect(article?.text ?? text).toBe(text);
  return (article?.annotations ?? [])
    .map(({ range, kind, label }) => JSON.stringify([range, kind, label]))
    .sort();
}

test.each(twoWays)(
  "[FO4] the sample comes through $id with every passage that it carries",
  async (format) => {
    const { writer } = format;
    const omitted = writer ? omittedFrom(gold, writer) : new Set();
    const kept = gold.annotations.filter((each) => !omitted.has(each));
    expect(kept.length).toBeGreaterThan(20);
    expect(writer && (lossesOf(gold, writer).annotation ?? 0)).toBe(omitted.size);
    expect(await throughFormat(format)).toEqual(
      kept
        .map(({ start, end, kind, label }) => JSON.stringify([{ start, end }, kind, label]))
        .sort(),
    );
  },
);

test("[FO5] no format takes the sample of another for its own", async () => {
  for (const { id, writer } of formats) {
    const files = (await writer?.write(gold, "gold")) ?? [];
    const takers = formats.filter(({ reader }) => files.length > 0 && reader?.recognises(files));
    expect([id, takers.map((taker) => taker.id)]).toEqual([
      id,
      takers.some((taker) => taker.id === id) ? [id] : [],
    ]);
  }
});
