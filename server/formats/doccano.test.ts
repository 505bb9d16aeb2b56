import { expect, test } from "vitest";
import { doccano } from "./doccano.ts";
import { markedPassage, markedText, textWithEnding } from "./formats.test-kit.ts";
import { expectRoundTrips } from "./round-trip.test-kit.ts";
import { textFile } from "./text-file.ts";

const write = doccano.writer?.write ?? expect.unreachable();
const read = doccano.reader?.read ?? expect.unreachable();

test("[FO4] [FO6] passages, labels and annotators come back, and the rest is counted", () =>
  expectRoundTrips(doccano));

test("[FO4] a document as doccano imports it, its spans in code points", async () => {
  const marked = markedText("😀 Ann spoke", [
    markedPassage({ kind: "entity", label: "person", start: 3, end: 6 }),
  ]);
  expect(JSON.parse(textWithEnding(await write(marked, "a"), "a.jsonl"))).toEqual({
    ...{ text: "😀 Ann spoke", title: "A title", annotator: "Ann" },
    label: [[2, 5, "entity-person"]],
  });
});

test("[FO4] documents as doccano exports them are read, one text by several people once", async () => {
  const lines = [
    '{"id": 1, "text": "Ann spoke", "label": [[0, 3, "PER"]], "Comments": []}',
    '{"id": 2, "text": "Ann spoke", "labels": [[4, 9, "ACT"], [4, 99, "ACT"], [5, 5, "ACT"]]}',
    '{"id": 3, "text": "Other", "label": []}',
  ].join("\r\n");
  const [first, second] = await read([textFile("all.jsonl", lines)]);
  expect(first?.annotations.map(({ range, label }) => [range?.start, label])).toEqual([
    [0, "PER"],
    [4, "ACT"],
  ]);
  expect(first?.leftOut).toEqual({ "out-of-text": 2 });
  expect(second?.text).toBe("Other");
});

// doccano/doccano, backend/data_export/celery_tasks.py: create_individual_dataset makes a file for each member.
test("[FO4] files for each annotator are theirs", async () => {
  const file = (name: string, label: object[]) =>
    textFile(name, `${JSON.stringify({ id: 1, text: "Ann spoke", label, Comments: ["hm"] })}\n`);
  const files = [
    textFile("approver.jsonl", ""),
    file("export/ben.jsonl", [[0, 3, "PER"]]),
    file("export/cy.jsonl", [[4, 9, "ACT"]]),
    file("all.jsonl", [[0, 9, "ALL"]]),
  ];
  expect(doccano.reader?.recognises(files)).toBe(true);
  const [article] = await read(files);
  expect(article?.annotations.map(({ by, label }) => [by.name, label])).toEqual([
    ["ben", "PER"],
    ["cy", "ACT"],
    ["", "ALL"],
  ]);
  expect(article?.leftOut).toEqual({ other: 3 });
});

// doccano/doccano, backend/data_import/tests/data/relation_extraction/example.jsonl, and
// backend/data_export/tests/test_task.py (TestExportIntentDetectionAndSlotFilling).
test.each([
  ["relations", { relations: [{ from_id: 0, to_id: 0, type: "is" }] }, { relation: 1 }],
  ["labels of documents", { cats: ["news", "good"] }, { "document-label": 2 }],
])("[FO4] spans of projects with %s are read", async (_, others, leftOut) => {
  for (const span of [{ id: 0, start_offset: 0, end_offset: 3, label: "PER" }, [0, 3, "PER"]]) {
    const document = { id: 1, text: "Ann spoke", entities: [span], ...others };
    const [article] = await read([textFile("all.jsonl", JSON.stringify(document))]);
    expect(article?.annotations).toMatchObject([{ label: "PER", range: { start: 0, end: 3 } }]);
    expect(article?.leftOut).toEqual(leftOut);
  }
});

test("[FO5] other lines are not taken for it, and a broken line says so", async () => {
  const recognises = doccano.reader?.recognises ?? expect.unreachable();
  for (const other of ['{"text": "x", "spans": []}', "x", "", '{"text": "x", "label": ["PER"]}']) {
    expect(recognises([textFile("a.jsonl", other)])).toBe(false);
  }
  const broken = textFile("a.jsonl", '{"text": "x", "label": []}\n{"text": 1}');
  await expect(async () => read([broken])).rejects.toThrow("not-this-format");
});
