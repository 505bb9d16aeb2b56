import fc from "fast-check";
import { expect, test } from "vitest";
import { csv } from "./csv.ts";
import { anyMarkedArticle, markedPassage, markedText, textWithEnding } from "./formats.test-kit.ts";
import { textFile } from "./text-file.ts";

const write = csv.writer?.write ?? expect.unreachable();
const read = csv.reader?.read ?? expect.unreachable();

test("[FO4] [FO6] every row comes back as it was written, with its range and its words", () =>
  fc.assert(
    fc.asyncProperty(anyMarkedArticle, async (marked) => {
      const [article] = await read(await write(marked, "a"));
      expect(article?.text).toBe(null);
      expect(article?.leftOut).toEqual({});
      expect(article?.annotations).toEqual(
        marked.annotations.map(({ author, start, end, quote, ...said }) => ({
          ...{ by: { id: author.name, name: author.name }, range: { start, end } },
          quote: { exact: quote, prefix: "", suffix: "" },
          remembered: null,
          ...{ kind: said.kind, label: said.label, note: said.note },
          ...{ attributes: said.attributes, created: said.createdAt, talk: null },
        })),
      );
    }),
  ));

test("[FO10] no cell begins as a formula does, and all are in quotes after a byte order mark", async () => {
  const notes = [
    "=1+1",
    "+1",
    "-1",
    "@x",
    "\tx",
    "\rx",
    "\nx",
    "＝1",
    "＋1",
    "－1",
    "＠x",
    "'=1",
    "'x",
  ];
  const marked = markedText(
    "x",
    notes.map((note) => markedPassage({ note, quote: "x" })),
  );
  const [file] = await write(marked, "a");
  expect([...(file?.bytes.slice(0, 3) ?? [])]).toEqual([0xef, 0xbb, 0xbf]);
  const text = textWithEnding(file ? [file] : [], ".csv");
  expect(text).not.toMatch(/(?:^|,)"[=+\-@\t\r\n＝＋－＠]/u);
  expect(text).toContain(`"'=1+1"`);
  expect(text).toContain(`"'x"`);
  const [article] = await read(file ? [file] : []);
  expect(article?.annotations.map(({ note }) => note)).toEqual(notes);
});

test("[FO4] a sheet as people save it is read: semicolons, columns of their own, attributes as pairs", async () => {
  const sheet = [
    "mine;label;kind;start;end;quote;attributes",
    '1;person;entity;;;Ann;"role=chair; since=2020"',
    ";;;;;;",
  ];
  const [article] = await read([textFile("a.csv", sheet.join("\r\n"))]);
  expect(article?.annotations).toMatchObject([
    {
      ...{ kind: "entity", label: "person", range: null, quote: { exact: "Ann" } },
      attributes: { role: "chair", since: "2020" },
    },
  ]);
  expect(article?.leftOut).toEqual({ "out-of-text": 1 });
});

test("[FO4] two people of one name are told apart", async () => {
  const passages = ["1", "2"].map((id) => markedPassage({ id, author: { id, name: "Ann" } }));
  const sheet = textWithEnding(await write(markedText("x", passages), "a"), ".csv");
  expect([sheet.includes('"Ann"'), sheet.includes('"Ann (2)"')]).toEqual([true, true]);
});

test("[FO5] a sheet of something else is not taken for it, and a broken row is refused", async () => {
  const recognises = csv.reader?.recognises ?? expect.unreachable();
  for (const other of ["", "a,b\n1,2", "quote\nx"]) {
    expect(recognises([textFile("a.csv", other)])).toBe(false);
  }
  const broken = textFile("a.csv", 'quote,start,end,kind,label\nx,"1');
  expect(recognises([broken])).toBe(true);
  await expect(async () => read([broken])).rejects.toThrow("not-this-format");
});
