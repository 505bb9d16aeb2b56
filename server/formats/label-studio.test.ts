import { expect, test } from "vitest";
import { markedPassage, markedText, textWithEnding } from "./formats.test-kit.ts";
import { jsonFile } from "./json.ts";
import { labelStudio } from "./label-studio.ts";
import { expectRoundTrips } from "./round-trip.test-kit.ts";
import { textFile } from "./text-file.ts";

const write = labelStudio.writer?.write ?? expect.unreachable();
const read = labelStudio.reader?.read ?? expect.unreachable();

test("[FO4] [FO6] passages, labels, notes and annotators come back, and the rest is counted", () =>
  expectRoundTrips(labelStudio));

test("[FO4] a task as Label Studio imports it, its regions in code points", async () => {
  const passage = { kind: "entity", label: "person", start: 3, end: 6, note: "who?" } as const;
  const marked = markedText("😀 Ann spoke", [markedPassage({ ...passage, quote: "Ann" })]);
  const region = { id: "annotation-1", to_name: "text", value: { start: 2, end: 5 } };
  expect(JSON.parse(textWithEnding(await write(marked, "a"), "a.json"))).toMatchObject([
    {
      data: { text: "😀 Ann spoke" },
      annotations: [
        {
          created_username: "Ann",
          result: [
            { ...region, type: "labels", value: { text: "Ann", labels: ["entity-person"] } },
            { ...region, type: "textarea", value: { text: ["who?"] } },
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

test("[FO5] other JSON is not taken for it, and a task without words is refused", async () => {
  const recognises = labelStudio.reader?.recognises ?? expect.unreachable();
  for (const other of ["{}", "[]", "x", '[{"data": {"text": "x"}}]']) {
    expect(recognises([textFile("a.json", other)])).toBe(false);
  }
  const broken = jsonFile("a.json", [{ data: { image: 1 }, annotations: [] }]);
  await expect(async () => read([broken])).rejects.toThrow("no-text");
});
