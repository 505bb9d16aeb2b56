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

test("[FO5] other lines are not taken for it, and a broken line says so", async () => {
  const recognises = doccano.reader?.recognises ?? expect.unreachable();
  for (const other of ['{"text": "x", "spans": []}', "x", "", '{"text": "x", "label": ["PER"]}']) {
    expect(recognises([textFile("a.jsonl", other)])).toBe(false);
  }
  const broken = textFile("a.jsonl", '{"text": "x", "label": []}\n{"text": 1}');
  await expect(async () => read([broken])).rejects.toThrow("not-this-format");
});
