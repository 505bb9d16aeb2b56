import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FORMAT_IDS } from "#domain/format-ids.ts";
import { type NamedFile, type Reader, UnreadableFile } from "./format.ts";
import { goldArticle, markedPassage, markedText } from "./formats.test-kit.ts";
import { formatOf } from "./formats.ts";
import { damaged, hostileArticle } from "./hostile.test-kit.ts";
import { omittedFrom } from "./losses.ts";
import type { ReadArticle } from "./read-article.ts";

const formats = await Promise.all(FORMAT_IDS.map(async (id) => ({ id, ...(await formatOf(id)) })));
const written = formats.flatMap(({ writer, ...each }) => (writer ? [{ ...each, writer }] : []));
const twoWays = written.flatMap(({ reader, ...each }) => (reader ? [{ ...each, reader }] : []));

/** Some formats begin a large library for each file. */
const runs = { numRuns: 40 };

test.each(written)("[FO10] $id is written whatever a text holds, also nothing", async (format) => {
  const filesOf = async (marked: ReturnType<typeof markedText>) =>
    (await format.writer.write(marked, "stem")).length;
  await fc.assert(
    fc.asyncProperty(hostileArticle, async (marked) => {
      expect(await filesOf(marked)).toBeGreaterThan(0);
    }),
    runs,
  );
  for (const text of ["", "x"]) expect(await filesOf(markedText(text))).toBeGreaterThan(0);
});

/** Of a part of a path. */
const SAFE = /^[^\s.~\p{C}<>:"/\\|?*][^\p{C}<>:"/\\|?*]*$/u;
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)\s*(?:\.|$)/i;

test.each([
  ...["con", "NUL.txt", "aux .x", "..", ".", "", "_", "%", "a/b", "a ", "\u202e"],
  ...["語".repeat(40), "😀".repeat(20)],
])("[FO10] files of an annotator called %j have names that every system takes", async (name) => {
  const author = { id: "someone", name };
  const marked = markedText("x", [markedPassage({ quote: "x", author })]);
  for (const { writer } of written) {
    const files = await writer.write(marked, "stem");
    for (const part of files.flatMap((file) => file.name.split("/"))) {
      expect(part).toMatch(SAFE);
      expect(part).not.toMatch(RESERVED);
      expect(Buffer.byteLength(part)).toBeLessThanOrEqual(255);
    }
  }
});

test("[FO10] annotators whose names differ in case only have files of their own", async () => {
  const names = ["Ann", "ann", "ANN", "é", "e\u0301"];
  const passages = names.map((name) => markedPassage({ quote: "x", author: { id: name, name } }));
  for (const { writer, reader } of written) {
    const files = await writer.write(markedText("x", passages), "stem");
    const folded = files.map(({ name }) => name.normalize("NFC").toLowerCase());
    expect(new Set(folded).size).toBe(files.length);
    const [article] = (await reader?.read(files)) ?? [];
    const people = article?.annotations.map(({ by }) => by.name);
    if (people && writer.carries.has("author")) expect(new Set(people)).toEqual(new Set(names));
  }
});

/** Signs that control something are one to many formats, or none. */
const printable = (label: string | null): string | undefined =>
  label?.replace(/[\p{Cc}\ufffd\ufffe]+/gu, "");

describe.each(twoWays)("$id", ({ writer, reader }) => {
  test("[FO10] is read again with the same passage, whatever was written", async () => {
    await fc.assert(
      fc.asyncProperty(hostileArticle, async (marked) => {
        const { text } = marked.article;
        const omitted = omittedFrom(marked, writer);
        const kept = marked.annotations.filter((each) => !omitted.has(each));
        const files = await writer.write(marked, "stem");
        expect(reader.recognises(files)).toBe(true);
        const [article, ...others] = await reader.read(files);
        expect(others).toEqual([]);
        expect(article?.text?.length ?? text.length).toBe(text.length);
        expect(article?.annotations.map(({ label }) => printable(label))).toEqual(
          kept.map(({ label }) => printable(label)),
        );
        if (!writer.carries.has("blanks")) return;
        const ranges = kept.map(({ start, end }) => ({ start, end }));
        expect(article?.annotations.map(({ range }) => range)).toEqual(ranges);
      }),
    );
  });

  test("[FO5] what was damaged is read, or refused with a reason", async () => {
    const files = await writer.write(goldArticle(), "gold");
    await fc.assert(
      fc.asyncProperty(damaged(files), async (broken) => {
        expect((await articlesIn(reader, broken)).every(isSound)).toBe(true);
      }),
    );
  });
});

/** None where a file is not taken for one of the format, or refused. */
async function articlesIn(
  reader: Reader,
  files: readonly NamedFile[],
): Promise<readonly ReadArticle[]> {
  if (!reader.recognises(files)) return [];
  try {
    return await reader.read(files);
  } catch (error) {
    if (error instanceof UnreadableFile) return [];
    throw error;
  }
}

/** Whether all ranges lie in the text. */
const isSound = ({ text, annotations }: ReadArticle): boolean =>
  annotations.every(
    ({ range }) =>
      range === null ||
      (range.start >= 0 && range.start < range.end && range.end <= (text?.length ?? Infinity)),
  );
