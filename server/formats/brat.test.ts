import { expect, test } from "vitest";
import { brat } from "./brat.ts";
import { markedPassage, markedText, textWithEnding } from "./formats.test-kit.ts";
import { expectRoundTrips } from "./round-trip.test-kit.ts";
import { textFile } from "./text-file.ts";

const write = brat.writer?.write ?? expect.unreachable();
const read = brat.reader?.read ?? expect.unreachable();

test("[FO4] [FO6] passages, labels, notes and annotators come back, and the rest is counted", () =>
  expectRoundTrips(brat, (note) => note.replaceAll("\u2028", "\n")));

test("[FO4] lines as brat reads them: code points, a fragment for each line, a note for each line of one", async () => {
  const marked = markedText("😀 Ann spoke\nand\n\nleft", [
    markedPassage({
      kind: "entity",
      label: "person",
      start: 3,
      end: 6,
      quote: "Ann",
      note: "who?\nshe",
    }),
    markedPassage({ start: 7, end: 22, quote: "spoke\nand\n\nleft" }),
  ]);
  const files = await write(marked, "news");
  expect(files.map(({ name }) => name)).toEqual([
    "Ann/news.ann",
    "Ann/news.txt",
    "annotation.conf",
  ]);
  expect(textWithEnding(files, ".ann")).toBe(
    [
      "T1\tentity-person 2 5\tAnn",
      "#1\tAnnotatorNotes T1\twho?",
      "#2\tAnnotatorNotes T1\tshe",
      "T2\tclaim 6 11;12 15;17 21\tspoke and left",
      "",
    ].join("\n"),
  );
  expect(textWithEnding(files, ".conf")).toContain(
    "[entities]\nclaim\nentity-person\n\n[relations]\n<OVERLAP>\tArg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>\n",
  );
});

test("[FO4] what brat knows beyond passages is counted", async () => {
  const text = textFile("ben/doc.txt", "Japan was struck by a quake\r\n");
  const annotations = textFile(
    "ben/doc.ann",
    [
      "T1\tCountry 0 5\tJapan",
      "T2\tEvent 10 16;22 27\tstruck quake",
      "T3\tEvent 90 99\tnowhere",
      "A1\tSure T1",
      "A2\tDegree T1 High",
      "R1\tIn Arg1:T2 Arg2:T1",
      "*\tEquiv T1 T2",
      "E1\tEvent:T2 Place:T1",
      "N1\tReference T1 Wikipedia:15573\tJapan",
      "#1\tAnnotatorNotes T1\ta note",
      "",
    ].join("\r\n"),
  );
  const [article] = await read([text, annotations]);
  expect(article?.title).toBe("doc");
  expect(article?.annotations).toMatchObject([
    {
      ...{ by: { name: "ben" }, label: "Country", range: { start: 0, end: 5 }, note: "a note" },
      attributes: { Sure: "true", Degree: "High" },
    },
  ]);
  expect(article?.leftOut).toEqual({ relation: 2, discontinuous: 1, "out-of-text": 1, other: 2 });
});

test("[FO4] offsets count the line ends that a file has", async () => {
  const [article] = await read([
    textFile("a.txt", "One.\r\nAnn left."),
    textFile("a.ann", "T1\tPerson 6 9\tAnn\n"),
  ]);
  const [annotation] = article?.annotations ?? [];
  expect(article?.text?.slice(annotation?.range?.start, annotation?.range?.end)).toBe("Ann");
});

// nlplab/brat, server/src/annotation.py: _parse_textbound_annotation wants the words of the fragments with a
// blank between them, or no words, and codecs.open begins a line at each sign that str.splitlines does.
test("[FO4] a fragment ends at every sign that brat takes for the end of a line", async () => {
  const text = "one\u2028two\u000b three\u0085";
  const files = await write(
    markedText(text, [
      markedPassage({ start: 0, end: 14, quote: text.slice(0, 14), note: "a\u2028b" }),
      markedPassage({ start: 8, end: 15, quote: text.slice(8) }),
    ]),
    "news",
  );
  const lines = textWithEnding(files, ".ann").split("\n");
  expect(lines).toEqual([
    "T1\tclaim 0 3;4 7;8 14\tone two  three",
    "#1\tAnnotatorNotes T1\ta",
    "#2\tAnnotatorNotes T1\tb",
    "T2\tclaim 8 15\t",
    "",
  ]);
  const [article] = await read(files);
  expect(article?.annotations.map(({ range }) => range)).toEqual([
    { start: 0, end: 14 },
    { start: 8, end: 15 },
  ]);
});

// nlplab/brat, server/src/annotation.py: open_textfile decodes as "utf8" and leaves line ends alone, so that
// a byte order mark counts. Programs in Python's text mode count a line end as one sign.
test.each([
  ["brat, with a byte order mark", "\ufeffOne.\r\nAnn left.", "T1\tPerson 7 10\tAnn\n"],
  ["others, past the byte order mark", "\ufeffOne.\r\nAnn left.", "T1\tPerson 6 9\tAnn\n"],
  ["others, a line end as one", "One.\r\nAnn left.", "T1\tPerson 5 8\tAnn\n"],
  ["nobody knows", "One.\r\nAnn left.", "T1\tPerson 6 9\n"],
])("[FO4] offsets count as their words tell: %s", async (_, text, annotations) => {
  const [article] = await read([textFile("a.txt", text), textFile("a.ann", annotations)]);
  const [annotation] = article?.annotations ?? [];
  expect(article?.text?.slice(annotation?.range?.start, annotation?.range?.end)).toBe("Ann");
});

// nlplab/brat, server/src/annotation.py: _parse_ann_file keeps what it cannot parse and goes on.
test("[FO4] a line that brat does not understand is counted, and the others are read", async () => {
  const lines = ["T1\tPerson 0 8\tAnn", "left", "TT2\t10013649 0 3\tAnn", "A1\tSaid T1 by her", ""];
  const files = [textFile("a.txt", "Ann\nleft"), textFile("a.ann", lines.join("\n"))];
  const [article] = await read(files);
  expect(article?.annotations).toMatchObject([
    { label: "Person", range: { start: 0, end: 8 }, attributes: { Said: "by her" } },
  ]);
  expect(article?.leftOut).toEqual({ other: 2 });
});

test("[FO5] a text alone is not brat's, and a line of another kind is refused", async () => {
  const recognises = brat.reader?.recognises ?? expect.unreachable();
  expect(recognises([textFile("a.txt", "x")])).toBe(false);
  const files = [textFile("a.txt", "x"), textFile("a.ann", "hello")];
  expect(recognises(files)).toBe(true);
  await expect(async () => read(files)).rejects.toThrow("not-this-format");
});
