import fc from "fast-check";
import { strFromU8, unzipSync } from "fflate";
import readWorkbook from "read-excel-file/node";
import { expect, test } from "vitest";
import { anyMarkedArticle, markedPassage, markedText } from "./formats.test-kit.ts";
import { lossesOf } from "./losses.ts";
import type { MarkedArticle } from "./marked-article.ts";
import { COLUMNS, rowsOf } from "./sheet-columns.ts";
import { xlsx } from "./xlsx.ts";

const writer = xlsx.writer ?? expect.unreachable();

async function bytesOf(marked: MarkedArticle): Promise<Uint8Array> {
  const [file, ...others] = await writer.write(marked, "a");
  expect([file?.name, others]).toEqual(["a.xlsx", []]);
  return file?.bytes ?? expect.unreachable();
}

/** The rows of both sheets, as another library reads them. */
async function sheetsOf(marked: MarkedArticle): Promise<unknown[][][]> {
  const sheets = await readWorkbook(Buffer.from(await bytesOf(marked)), { trim: false });
  expect(sheets.map(({ sheet }) => sheet)).toEqual(["Annotations", "Article"]);
  return sheets.map(({ data }) => data.map((row) => row.map(readCell)));
}

/** A cell with moments to the second. */
function readCell(cell: unknown): unknown {
  return cell instanceof Date ? new Date(Math.round(cell.getTime() / 1000) * 1000) : cell;
}

test("[FO4] every row is read as it was written: words, numbers and dates", () =>
  fc.assert(
    fc.asyncProperty(anyMarkedArticle, async (marked) => {
      const [[head, ...rows] = []] = await sheetsOf(marked);
      expect(head).toEqual(COLUMNS);
      expect(rows).toEqual(
        rowsOf(marked).map((row) =>
          COLUMNS.map((column) => {
            const value = row[column] === "" ? null : row[column];
            return column === "created" ? new Date(String(value)) : value;
          }),
        ),
      );
    }),
    { numRuns: 25 },
  ));

test("[FO4] the second sheet tells of the article and what its labels mean", async () => {
  const marked = markedText("x", [], { byline: "Ann", language: "en" });
  const [, sheet = []] = await sheetsOf(marked);
  const told = new Map(sheet.map((row) => [row[0], row]));
  expect(told.get("title")?.[1]).toBe("A title");
  expect(told.get("byline")?.[1]).toBe("Ann");
  expect(told.get("created")?.[1]).toEqual(new Date("2026-03-01T12:00:00Z"));
  expect(told.get("annotations")?.[1]).toBe(0);
  const [claim] = marked.scheme.kinds;
  const [label] = claim?.labels ?? [];
  expect(sheet).toContainEqual(["claim", label?.id, label?.name, label?.definition]);
});

test("[FO4] words that would be a formula, a sign by its number or a property stay words", async () => {
  const notes = ["=1+1", "+1", "@x", "_x0041_", "constructor", "toString", " a ", "1", "TRUE"];
  const marked = markedText(
    "x",
    notes.map((note) => markedPassage({ note, quote: "x" })),
  );
  const [[, ...rows] = []] = await sheetsOf(marked);
  expect(rows.map((row) => row[COLUMNS.indexOf("note")])).toEqual(notes);
  const files = unzipSync(await bytesOf(marked));
  expect(strFromU8(files["xl/worksheets/sheet1.xml"] ?? new Uint8Array())).not.toContain("<f>");
});

test("[FO4] what XML cannot hold is left out, and what is too long for a cell is cut", async () => {
  const note = `a\u0001${"x".repeat(40_000)}`;
  const [[, row = []] = []] = await sheetsOf(
    markedText("x", [markedPassage({ note, quote: "x" })]),
  );
  const read = String(row[COLUMNS.indexOf("note")]);
  expect([read.slice(0, 3), read.length, read.at(-1)]).toEqual(["axx", 32_766, "…"]);
});

test("[FO6] what is cut for its cell is counted", () => {
  const long = markedPassage({ attributes: { a: "x".repeat(20_000), b: "y".repeat(20_000) } });
  const just = markedPassage({ attributes: { a: "x".repeat(2000) } });
  expect(lossesOf(markedText("x", [long, just]), writer)).toEqual({ attributes: 1 });
});

test("[FO4] the first row stays in sight, and columns run as the article's language does", async () => {
  const sheet = async (language: string | null): Promise<string> => {
    const files = unzipSync(await bytesOf(markedText("x", [], { language })));
    return strFromU8(files["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  };
  expect(await sheet("en")).toContain('ySplit="1"');
  expect(await sheet("en")).not.toContain('rightToLeft="1"');
  expect(await sheet("ar")).toContain('rightToLeft="1"');
  expect(await sheet(null)).not.toContain('rightToLeft="1"');
});

test("[FO6] orphans are told, replies and votes are only counted", () => {
  const by = { id: "ben", name: "Ben" };
  const at = "2026-03-01T12:00:00.000Z";
  const orphan = markedPassage({ start: null, end: null, orphan: true });
  const voted = markedPassage({ voters: [{ by, at, vote: "agree" }] });
  expect(lossesOf(markedText("x", [voted, orphan], { byline: "Ann" }), writer)).toEqual({
    votes: 1,
  });
});
