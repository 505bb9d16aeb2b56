import { expect, test } from "vitest";
import { markedPassage, markedText, textWithEnding } from "./formats.test-kit.ts";
import { expectRoundTrips } from "./round-trip.test-kit.ts";
import { textFile } from "./text-file.ts";
import { webannoTsv } from "./webanno-tsv.ts";

const write = webannoTsv.writer?.write ?? expect.unreachable();
const read = webannoTsv.reader?.read ?? expect.unreachable();

test("[FO4] [FO6] passages, labels, notes and annotators come back, and the rest is counted", () =>
  expectRoundTrips(webannoTsv));

test("[FO4] lines as INCEpTION reads them: UTF-16, numbers for what lies over each other, escapes", async () => {
  const marked = markedText("😀 Ann_B spoke.", [
    markedPassage({ start: 0, end: 8, quote: "😀 Ann_B", note: "a|b_c\n*" }),
    markedPassage({ kind: "entity", label: "person", start: 3, end: 6, quote: "Ann" }),
  ]);
  const files = await write(marked, "news");
  expect(files.map(({ name }) => name)).toEqual(["Ann.tsv", "news.txt", "TypeSystem.xml"]);
  const note = String.raw`a\|b\_c\n\*[1]`;
  expect(textWithEnding(files, ".tsv").split("\n")).toEqual([
    "#FORMAT=WebAnno TSV 3.3",
    "#T_SP=webanno.custom.Postil|kind|label|note",
    "",
    "",
    "#Text=😀 Ann_B spoke.",
    `1-1\t0-2\t😀\tclaim[1]\t*[1]\t${note}\t`,
    `1-2\t3-8\tAnn_B\tclaim[1]\t*[1]\t${note}\t`,
    "1-2.1\t3-6\tAnn\tentity[2]\tperson[2]\t*[2]\t",
    "1-3\t9-14\tspoke\t_\t_\t_\t",
    "1-4\t14-15\t.\t_\t_\t_\t",
    "",
  ]);
});

// INCEpTION takes a TSV into a project that has its layers, and makes layers of any file of types
// (ProjectLayersPanel.java and TypeSystemAnalysis.java of inception-project/inception).
test("[FO4] the layer stands in a file of types beside, with all that the header names", async () => {
  const files = await write(markedText("Ann spoke."), "news");
  const types = textWithEnding(files, "TypeSystem.xml");
  expect(types).toMatch(/^<\?xml version/);
  for (const name of ["webanno.custom.Postil", "kind", "label", "note"])
    expect(types).toContain(`<name>${name}</name>`);
});

const foreign = [
  "#FORMAT=WebAnno TSV 3.3",
  "#T_SP=de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity|value|identifier",
  "#T_SP=webanno.custom.Mark|",
  "#T_RL=webanno.custom.Rel|role|BT_webanno.custom.Mark",
  "",
  "",
  "#Text=Ms. Haag plays.",
  "1-1\t0-3\tMs.\tPER[1]\t*[1]\t_\t_\t_\t",
  "1-2\t4-8\tHaag\tPER[1]|LOC[2]\t*[1]|Q\\_36600[2]\t_\t_\t_\t",
  "1-3\t9-14\tplays\t_\t_\t_\t_\t_\t",
  "1-3.1\t9-13\tplay\t_\t_\t*\trole\t1-2\t",
  "1-4\t14-15\t.\t_\t_\t_\t_\t_\t",
  "",
  "#Text=Well.",
  "2-1\t17-21\tWell\tOTH\t*\t_\t_\t_\t",
  "2-2\t21-22\t.\t_\t_\t_\t_\t_\t",
  "",
].join("\r\n");

test("[FO4] what nobody marked is the very same piece in the files of all annotators", async () => {
  const sentence = "There is a light house at the end of the mole.\n";
  const marked = markedText(
    sentence.repeat(60).trimEnd(),
    ["Ann", "Ben"].map((name) =>
      markedPassage({ start: 0, end: 5, quote: "There", author: { id: name, name } }),
    ),
  );
  const files = await write(marked, "news");
  const [ann = [], ben = []] = files.map(({ pieces }) => pieces);
  expect(ann.length).toBeGreaterThan(3);
  expect(ann.map((piece, at) => piece === ben[at])).toEqual(ann.map((_, at) => at > 0));
  for (const { pieces, bytes } of files) {
    if (pieces) expect(Buffer.compare(Buffer.concat(pieces), bytes)).toBe(0);
  }
});

test("[FO4] sentences that only some annotators marked, and texts over several lines, are read for each", async () => {
  const linesWith = (cell: string) => [
    ...["#FORMAT=WebAnno TSV 3.3", "#T_SP=webanno.custom.Postil|kind|label|note", "", ""],
    ...["#Text=One", "#Text=line", `1-1\t0-3\tOne\t${cell}\t`, "1-2\t4-8\tline\t_\t_\t_\t", ""],
    ...["#Text=Two", "2-1\t9-12\tTwo\t_\t_\t_\t", ""],
  ];
  const files = [
    ["ann.tsv", "_\t_\t_"],
    ["ben.tsv", "claim[1]\t*[1]\t*[1]"],
    ["cy.tsv", "entity[1]\t*[1]\tA note[1]"],
  ] as const;
  const [article, ...others] = await read(
    files.map(([name, cell]) => textFile(name, linesWith(cell).join("\n"))),
  );
  expect([article?.text, others.length]).toEqual(["One\nline Two", 0]);
  expect(article?.annotations).toMatchObject([
    { kind: "claim", by: { name: "ben" }, range: { start: 0, end: 3 }, note: "" },
    { kind: "entity", by: { name: "cy" }, range: { start: 0, end: 3 }, note: "A note" },
  ]);
});

test("[FO4] layers of a project come with their names, and relations are counted", async () => {
  const file = textFile("annotation/news.txt/ben.tsv", foreign);
  const [alone] = await read([file]);
  expect(alone?.text).toBe("Ms. Haag plays.\n\nWell.");
  const [article] = await read([file, textFile("source/news.txt", "Ms. Haag plays.\r\nWell.")]);
  expect(article?.title).toBe("news");
  expect(article?.text).toBe("Ms. Haag plays. \nWell.");
  expect(article?.annotations).toMatchObject([
    { kind: "NamedEntity", label: "PER", range: { start: 0, end: 8 }, by: { name: "ben" } },
    { label: "LOC", range: { start: 4, end: 8 }, attributes: { identifier: "Q_36600" } },
    { label: "OTH", range: { start: 17, end: 21 } },
    { kind: "Mark", label: null, range: { start: 9, end: 13 } },
  ]);
  expect(article?.leftOut).toEqual({ relation: 1 });
});

test("[FO4] slots, chains and what stands between two signs are counted; `value` is the label", async () => {
  const file = textFile(
    "ben.tsv",
    [
      "#FORMAT=WebAnno TSV 3.2",
      "#T_SP=webanno.custom.Name|identifier|value",
      "#T_SP=webanno.custom.Host|ROLE_webanno.custom.Host:links_webanno.custom.Link|webanno.custom.Name",
      "#T_CH=webanno.custom.CorefLink|referenceRelation|referenceType",
      "",
      "",
      "#Sentence.id=s1",
      "#Text=\ta b\\r",
      "1-1\t1-2\ta\tQ1\tPER\tone;two\t1-2[1];1-2\t*->1-1\t*[1]\t",
      "1-1.1\t1-1\t\t*\t*\t_\t_\t_\t_\t",
      "1-2\t3-4\tb\t_\tBIO\\[1\\]\tone\t1-2[1]\t_\t_\t",
      "",
    ].join("\n"),
  );
  const [article] = await read([file]);
  expect(article?.text).toBe("\ta b\n");
  expect(article?.annotations).toEqual(
    [
      { kind: "Name", label: "PER", attributes: { identifier: "Q1" }, range: { start: 1, end: 2 } },
      { kind: "Name", label: "BIO[1]", attributes: {}, range: { start: 3, end: 4 } },
      { kind: "Host", label: null, attributes: {}, range: { start: 1, end: 2 } },
      { kind: "Host", label: null, attributes: {}, range: { start: 3, end: 4 } },
    ].map((each) => expect.objectContaining(each)),
  );
  expect(article?.leftOut).toEqual({ relation: 4, "out-of-text": 1 });
});

// inception-project/inception: AeroController_ImplBase.createCompatibleCas refuses a file of annotations
// whose tokens are not those of the document, and Tsv3XSerializerTest tells how parts of tokens are written.
test("[FO3] [FO4] the files of all annotators have the same tokens", async () => {
  const ben = { id: "ben", name: "Ben" };
  const marked = markedText("unhappily wed", [
    markedPassage({ start: 0, end: 2, quote: "un" }),
    markedPassage({ start: 0, end: 5, quote: "unhap", author: ben }),
    markedPassage({ start: 2, end: 13, quote: "happily wed", author: ben }),
  ]);
  const files = await write(marked, "news");
  const rows = (name: string): string[] =>
    textWithEnding(files, name)
      .split("\n")
      .filter((line) => /^\d/.test(line))
      .map((line) => line.split("\t", 4).join(" "));
  expect(rows("Ann.tsv")).toEqual([
    "1-1 0-9 unhappily _",
    "1-1.1 0-2 un claim[1]",
    "1-2 10-13 wed _",
  ]);
  expect(rows("Ben.tsv")).toEqual([
    "1-1 0-9 unhappily _",
    "1-1.1 0-5 unhap claim[1]",
    "1-1.2 2-9 happily claim[2]",
    "1-2 10-13 wed claim[2]",
  ]);
});

// inception-project/inception, tsv3-suite/testStackedSubMultiTokenSpanWithFeatureValue/reference.tsv: what
// covers the first part of a token stands in its line and in that of the part; Tsv3XDeserializer reads so.
test("[FO4] a passage ends where the last line ends that tells of it", async () => {
  const text = [
    "#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.Span|value\n\n",
    "#Text=aaaaaa bbbbbb",
    "1-1\t0-6\taaaaaa\twhole[1]|over[2]\t",
    "1-2\t7-13\tbbbbbb\twhole[1]|first[3]\t",
    "1-2.1\t7-10\tbbb\tover[2]|first[3]\t",
  ].join("\n");
  const [article] = await read([textFile("ben.tsv", text)]);
  expect(article?.annotations.map(({ label, range }) => [label, range?.start, range?.end])).toEqual(
    [
      ["whole", 0, 13],
      ["over", 0, 10],
      ["first", 7, 10],
    ],
  );
});

// inception-project/inception, Escaping.unescapeText: version 3.1 and older as Java's unescapeJava.
test("[FO4] older versions write letters beyond ASCII by their numbers", async () => {
  const text = [
    "#FORMAT=WebAnno TSV 3.1\n#T_SP=webanno.custom.Span|value\n\n",
    String.raw`#Text=sch\u00F6n \"so\"`,
    "1-1\t0-5\tschön\tA",
    '1-2\t6-10\t"so"\t_',
  ].join("\n");
  const [article] = await read([textFile("ben.tsv", text)]);
  expect(article?.text).toBe('schön "so"');
});

test.each([
  ["no-text", "\n\n"],
  ["no-text", "\n1-1\t0-1\tx\t_\t\n"],
  ["not-this-format", "\n#Text=x\nhello\n"],
  ["offsets-wrong", "\n#Text=x\n1-1\t0-1\ty\t_\t\n"],
  ["offsets-wrong", "\n#Text=x\n1-1\t900000000-900000001\tx\t_\t\n"],
])("[FO5] what is broken is refused: %s", async (fault, rest) => {
  const recognises = webannoTsv.reader?.recognises ?? expect.unreachable();
  expect(recognises([textFile("a.tsv", "x\ty\n")])).toBe(false);
  const files = [textFile("a.tsv", `#FORMAT=WebAnno TSV 3.3\n${rest}`)];
  expect(recognises(files)).toBe(true);
  await expect(async () => read(files)).rejects.toThrow(fault);
});
