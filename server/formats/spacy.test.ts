import { expect, test } from "vitest";
import { markedPassage, markedText, textWithEnding } from "./formats.test-kit.ts";
import { expectRoundTrips } from "./round-trip.test-kit.ts";
import { spacy } from "./spacy.ts";
import { textFile } from "./text-file.ts";

const write = spacy.writer?.write ?? expect.unreachable();
const read = spacy.reader?.read ?? expect.unreachable();

test("[FO4] [FO6] passages, labels, notes and annotators come back, and the rest is counted", () =>
  expectRoundTrips(spacy));

test("[FO4] a document as Prodigy reads it, its spans in code points", async () => {
  const person = markedPassage({ kind: "entity", label: "person", start: 3, end: 6, note: "who?" });
  const file = textWithEnding(await write(markedText("😀 Ann spoke", [person]), "a"), "a.jsonl");
  expect(JSON.parse(file)).toMatchObject({
    text: "😀 Ann spoke",
    spans: [{ start: 2, end: 5, label: "entity-person", note: "who?" }],
    _annotator_id: "Ann",
  });
});

test("[FO4] documents of Prodigy, of spaCy and of its older training data are read", async () => {
  const lines = [
    '{"text":"Ann spoke","spans":[{"start":0,"end":3,"token_start":0,"token_end":0,"label":"PER"}],"relations":[{}],"answer":"accept","_annotator_id":"db-ben"}',
    '{"text":"Ann spoke","spans":{"sc":[{"start":4,"end":9,"label":"ACT","kb_id":""}]},"ents":[{"start":0,"end":3,"label":"PER"}],"cats":{"news":1},"tokens":[]}',
    '{"text":"Ann spoke","entities":[[0,3,"PER"],[0,99,"PER"]]}',
  ];
  const [article, ...others] = await read([textFile("a.jsonl", lines.join("\n"))]);
  expect(others).toEqual([]);
  expect(article?.annotations.map(({ by, label }) => [by.name, label])).toEqual([
    ...[
      ["db-ben", "PER"],
      ["", "ACT"],
      ["", "PER"],
      ["", "PER"],
    ],
  ]);
  expect(article?.leftOut).toEqual({ relation: 1, "document-label": 1, "out-of-text": 1 });
});

// explosion/spaCy, spacy/tests/doc/test_json_doc_conversion.py, and Prodigy's "answer".
test("[FO4] what an annotator rejected is counted, a session is somebody, and names of things come along", async () => {
  const span = '{"start":0,"end":3,"label":"PER","kb_id":"Q1"}';
  const documents = [
    `{"text":"Ann","spans":[${span}],"answer":"accept","_session_id":"db-cy","_annotator_id":null}`,
    `{"text":"Ann","spans":[${span}],"answer":"reject"}`,
    `{"text":"Ann","spans":[${span}],"answer":"ignore"}`,
  ];
  const file = textFile("a.json", `[\n${documents.join(",\n")}\n]`);
  expect(spacy.reader?.recognises([file])).toBe(true);
  const [article] = await read([file]);
  expect(article?.annotations).toMatchObject([
    { by: { name: "db-cy" }, label: "PER", attributes: { kb_id: "Q1" } },
  ]);
  expect(article?.leftOut).toEqual({ other: 2 });
});

test("[FO5] lines of other programs are not taken for it", () => {
  const recognises = spacy.reader?.recognises ?? expect.unreachable();
  expect(recognises([textFile("a.jsonl", '{"text": "x", "label": []}')])).toBe(false);
  expect(recognises([textFile("a.jsonl", '{"text": "x", "spans": [1]}')])).toBe(false);
});
