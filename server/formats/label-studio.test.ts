import { expect, test } from "vitest";
import { markedPassage, markedText, textWithEnding } from "./formats.test-kit.ts";
import { jsonFile } from "./json.ts";
import { labelStudio } from "./label-studio.ts";
import { expectRoundTrips } from "./round-trip.test-kit.ts";
import { textFile } from "./text-file.ts";

const write = labelStudio.writer?.write ?? expect.unreachable();
const read = labelStudio.reader?.read ?? expect.unreachable();

const PLACE_IN_PAGE = {
  start: "/p[1]/text()[1]",
  end: "/p[1]/text()[1]",
  startOffset: 0,
  endOffset: 3,
};

test("[FO4] [FO6] passages, labels, notes and annotators come back, and the rest is counted", () =>
  expectRoundTrips(labelStudio));

test("[FO4] a task as Label Studio imports it, its regions in code points", async () => {
  const passage = { kind: "entity", label: "person", start: 3, end: 6, note: "who?" } as const;
  const marked = markedText("😀 Ann spoke", [markedPassage({ ...passage, quote: "Ann" })]);
  const region = { id: "annotation-1", to_name: "text" };
  expect(JSON.parse(textWithEnding(await write(marked, "a"), "a.json"))).toMatchObject([
    {
      ...{ id: 1, data: { text: "😀 Ann spoke" } },
      annotations: [
        {
          created_username: "Ann",
          result: [
            {
              ...{ ...region, type: "labels", from_name: "label", meta: { text: ["who?"] } },
              value: { start: 2, end: 5, text: "Ann", labels: ["entity-person"] },
            },
          ],
        },
      ],
    },
  ]);
});

test("[FO4] tasks as Label Studio exports them are read, and what is no passage is counted", async () => {
  const value = { start: 0, end: 3, labels: ["PER"] };
  const result = [
    { id: "1", type: "labels", to_name: "body", value },
    { id: "2", type: "labels", to_name: "body", value: { ...value, end: 99 } },
    { type: "relation", from_id: "1", to_id: "2" },
    { type: "choices", value: { choices: ["x"] } },
    { type: "rating", value: { rating: 3 } },
  ];
  const annotations = [{ completed_by: { id: 4, email: "ben@ben.example" }, result }];
  const tasks = [{ data: { id: "7", body: "Ann spoke" }, annotations, predictions: [] }];
  const [article] = await read([jsonFile("a.json", tasks)]);
  expect(article?.text).toBe("Ann spoke");
  expect(article?.annotations).toMatchObject([
    { by: { name: "ben@ben.example" }, label: "PER", range: { start: 0, end: 3 } },
  ]);
  expect(article?.leftOut).toEqual({
    ...{ "out-of-text": 1, relation: 1, "document-label": 1, other: 1 },
  });
});

test("[FO4] who annotated is read as exports tell it: by a number, an address, or name and address", async () => {
  const result = [{ type: "labels", value: { start: 0, end: 3, labels: ["PER"] } }];
  const told = [
    [{ completed_by: 7 }, { id: "7", name: "7" }],
    [{ completed_by: { email: "a@b.example" } }, { id: "a@b.example", name: "a@b.example" }],
    [
      { completed_by: { id: 7, email: "a@b.example", first_name: "Ann", last_name: "Archer" } },
      { id: "a@b.example", name: "Ann Archer" },
    ],
    [
      { completed_by: 7, created_username: "Ann Archer a@b.example, 7" },
      { id: "a@b.example", name: "Ann Archer" },
    ],
    [{ completed_by: 7, created_username: " a@b.example, 7" }, { name: "a@b.example" }],
    [{}, { id: "", name: "" }],
  ] as const;
  const annotations = told.map(([work]) => ({ ...work, result }));
  const [article] = await read([jsonFile("a.json", [{ data: { text: "Ann" }, annotations }])]);
  expect(article?.annotations).toMatchObject(told.map(([, by]) => ({ by })));
});

const region = { id: "1", type: "labels", from_name: "ner", to_name: "text" };

// HumanSignal/label-studio: frontends before selection-tools.js counted code points used `currentNode.length`.
test.each([
  ["code points", { start: 2, end: 5, text: "Ann" }],
  ["UTF-16 code units", { start: 3, end: 6, text: "Ann" }],
  ["code points, its words put otherwise", { start: 2, end: 5, text: "Ann\\n" }],
  ["the words of a page", { ...PLACE_IN_PAGE, globalOffsets: { start: 2, end: 5 }, text: "Ann" }],
])("[FO4] a region counts in %s", async (_, value) => {
  const result = [{ ...region, value: { ...value, labels: ["PER"] } }];
  const tasks = [{ data: { text: "😀 Ann spoke" }, annotations: [{ result }] }];
  const [article] = await read([jsonFile("a.json", tasks)]);
  expect(article?.annotations).toMatchObject([{ label: "PER", range: { start: 3, end: 6 } }]);
});

// HumanSignal/label-studio-sdk, tests/custom/test_interface/test_prediction_validation.py: paths of elements.
test("[FO4] a region of a page whose words stand elsewhere is counted", async () => {
  const global = { ...PLACE_IN_PAGE, globalOffsets: { start: 0, end: 3 }, labels: ["PER"] };
  const result = [
    { ...region, value: { ...global, text: "Ann" } },
    { ...region, type: "hypertextlabels", value: global },
    { ...region, type: "paragraphlabels", value: { ...PLACE_IN_PAGE, start: "0", end: "0" } },
  ];
  const tasks = [{ data: { text: "<p>Ann</p>" }, annotations: [{ result }] }];
  const [article] = await read([jsonFile("a.json", tasks)]);
  expect(article?.annotations).toEqual([]);
  expect(article?.leftOut).toEqual({ "out-of-text": 3 });
});

// HumanSignal/label-studio-sdk, src/label_studio_sdk/converter/converter.py: cancelled work is left out; a
// file may be one task (label-studio-converter, test/fixtures/completions/348.json) with older names.
test("[FO4] one task is read as well, with several labels, choices and notes of a region", async () => {
  const value = { start: 0, end: 3, text: "Ann", labels: ["PER", "SUBJ"] };
  const choices = { type: "choices", to_name: "text", value: { choices: ["sure", "kind"] } };
  const task = {
    data: { source: "a page", text: "Ann spoke" },
    completions: [
      {
        created_at: "2024-01-30T02:40:43.893565Z",
        result: [
          { ...region, value, meta: { text: ["who?"] } },
          { ...choices, id: "1", from_name: "mood" },
          { ...choices, id: "2", from_name: "topic" },
          { type: "textarea", id: "3", value: { text: ["of all"] } },
        ],
      },
      { was_cancelled: true, result: [{ ...region, value }] },
    ],
  };
  const [article] = await read([jsonFile("348.json", task)]);
  const said = { created: "2024-01-30T02:40:43.893565Z", attributes: { mood: "sure, kind" } };
  expect(article?.annotations).toMatchObject([
    { ...said, label: "PER", note: "who?" },
    { ...said, label: "SUBJ", note: "" },
  ]);
  expect(article?.leftOut).toEqual({ "document-label": 1, other: 2 });
});

// HumanSignal/label-studio-sdk, src/label_studio_sdk/converter/converter.py: convert_to_json_min.
test("[FO4] the short export is read, a row for each annotator", async () => {
  const row = {
    id: 7,
    source: "Ann Archer",
    body: "Ann spoke of it",
    created_at: "2024-01-30T02:40:43Z",
  };
  const end = { annotation_id: 22, updated_at: "2024-01-30T02:40:43Z", lead_time: 8.65 };
  const rows = [
    { ...row, ner: [{ start: 0, end: 3, text: "Ann", labels: ["PER"] }], annotator: 1, ...end },
    { ...row, ner: [{ start: 4, end: 9, text: "spoke", labels: ["ACT"] }], annotator: 2, ...end },
    { ...row, annotator: {}, ...end, annotation_id: null },
  ];
  const articles = await read([jsonFile("result.json", rows)]);
  expect(articles.map(({ text }) => text)).toEqual(["Ann spoke of it"]);
  expect(articles[0]?.annotations).toMatchObject([
    { by: { name: "1" }, label: "PER", range: { start: 0, end: 3 } },
    { by: { name: "2" }, label: "ACT", range: { start: 4, end: 9 } },
  ]);
});

// HumanSignal/label-studio: its storages get each annotation in a file, with the task that it is of.
test("[FO4] an annotation as a storage has it is read", async () => {
  const result = [{ ...region, value: { start: 0, end: 3, labels: ["PER"] } }];
  const stored = { id: 5, result, completed_by: { email: "a@b.example" } };
  const file = jsonFile("5", { ...stored, task: { id: 1, data: { text: "Ann spoke" } } });
  const [article] = await read([file]);
  expect(article?.annotations).toMatchObject([{ by: { name: "a@b.example" }, label: "PER" }]);
});

test("[FO5] other JSON is not taken for it, and a task without words is refused", async () => {
  const recognises = labelStudio.reader?.recognises ?? expect.unreachable();
  for (const other of ["{}", "[]", "x", '[{"data": {"text": "x"}}]']) {
    expect(recognises([textFile("a.json", other)])).toBe(false);
  }
  const broken = jsonFile("a.json", [{ data: { image: 1 }, annotations: [] }]);
  await expect(async () => read([broken])).rejects.toThrow("no-text");
});
