import { expect, test } from "vitest";
import { hypothesis } from "./hypothesis.ts";
import { jsonFile } from "./json.ts";
import { textFile } from "./text-file.ts";

const { recognises, read } = hypothesis.reader ?? expect.unreachable();

const uri = "https://one.example/";
const ann = { user: "acct:ann@hypothes.is", uri, document: { title: ["One"] }, target: [{}] };
const target = (exact: string) => [
  {
    source: uri,
    selector: [
      { type: "RangeSelector", startContainer: "/p[1]", endContainer: "/p[1]" },
      { type: "TextPositionSelector", start: 3, end: 6 },
      { type: "TextQuoteSelector", exact, prefix: "so ", suffix: " spoke" },
    ],
  },
];

test("[FO4] passages are read by their words, with tags, notes and replies in order", async () => {
  const rows = [
    { ...ann, id: "3", text: "later", created: "2026-03-03T00:00:00Z", references: ["1", "2"] },
    { ...ann, id: "2", text: "sooner", created: "2026-03-02T00:00:00Z", references: ["1"] },
    {
      ...{ ...ann, id: "1", text: "hm", tags: ["person", "check"], target: target("Ann") },
      ...{ created: "2026-03-01T00:00:00Z", user_info: { display_name: "Ann B." } },
    },
  ];
  const articles = await read([jsonFile("a.json", { total: 3, rows })]);
  expect(articles).toMatchObject([
    { title: "One", source: uri, text: null, leftOut: {}, annotations: [{ range: null }] },
  ]);
  expect(articles[0]?.annotations).toMatchObject([
    {
      ...{ by: { id: "acct:ann@hypothes.is", name: "Ann B." }, label: "person" },
      ...{ note: "hm\n#check", created: "2026-03-01T00:00:00Z" },
      quote: { exact: "Ann", prefix: "so ", suffix: " spoke" },
      talk: { replies: [{ by: { name: "ann" }, text: "sooner" }, { text: "later" }] },
    },
  ]);
});

test("[FO4] page notes and replies to what is not told are counted, each with its page", async () => {
  const rows = [
    { ...ann, id: "1", text: "about the page", target: [{ source: uri }] },
    { ...ann, id: "2", text: "reply", references: ["gone"] },
    { ...ann, id: "3", uri: "https://two.example/", document: {}, target: target("Ben") },
  ];
  const articles = await read([jsonFile("a.json", { total: 3, rows })]);
  expect(articles).toMatchObject([
    { source: uri, annotations: [], leftOut: { "document-label": 1, other: 1 } },
    { title: null, source: "https://two.example/", annotations: [{ quote: { exact: "Ben" } }] },
  ]);
});

// hypothesis/client, src/sidebar/helpers/mentions.ts: buildMentionTag.
test("[FO4] who is mentioned stands in the words by name, and in a reply as a mention", async () => {
  const tag = '<a data-hyp-mention="" data-userid="acct:cy@hypothes.is">@cy</a>';
  const rows = [
    { ...ann, id: "1", text: `ask ${tag}, <b>please</b>`, target: target("Ann") },
    { ...ann, id: "2", text: `${tag} knows`, references: ["1"] },
    { ...ann, id: "3", text: "of the page", target: [{ source: uri }] },
    { ...ann, id: "4", text: "to that", references: ["3"] },
  ];
  const [article] = await read([jsonFile("a.json", { total: 4, rows })]);
  const reply = { text: "@cy knows", mentions: ["acct:cy@hypothes.is"] };
  expect(article?.annotations).toMatchObject([
    { note: "ask @cy, <b>please</b>", talk: { replies: [reply] } },
  ]);
  expect(article?.leftOut).toEqual({ "document-label": 1, other: 1 });
});

test("[FO4] a list of annotations and a single one are read, with the group they belong to", async () => {
  const row = { ...ann, id: "1", group: "class-7", target: target("Ann") };
  for (const told of [[row], row]) {
    const file = jsonFile("a.json", told);
    expect(recognises([file])).toBe(true);
    const [article] = await read([file]);
    expect(article?.annotations).toMatchObject([{ attributes: { group: "class-7" } }]);
  }
});

test("[FO5] other JSON is not taken for it, and refused", async () => {
  for (const other of [
    "{}",
    "[]",
    "x",
    '{"id": "1", "user": "ann", "uri": "x"}',
    '{"rows": [{"id": 1}]}',
  ]) {
    const file = textFile("a.json", other);
    expect(recognises([file])).toBe(false);
    await expect(async () => read([file])).rejects.toThrow("not-this-format");
  }
});
