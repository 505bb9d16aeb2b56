import { expect, test } from "vitest";
import { markedPassage, markedText } from "./formats.test-kit.ts";
import { lossesOf } from "./losses.ts";

const by = { id: "ben", name: "Ben" };
const at = "2026-03-01T12:00:00.000Z";
const write = () => [];

test("[FO6] losses are counted by what is lost, and of what is left out nothing else", () => {
  const said = markedPassage({
    ...{ label: "fact", note: "why", voters: [{ by, at, vote: "agree" }] },
    resolved: { by, at },
  });
  const orphan = markedPassage({ ...said, start: null, end: null, orphan: true });
  const marked = markedText("One two", [said, orphan], { byline: "Ann", language: null });
  expect(lossesOf(marked, { carries: new Set(["label", "author", "created"]), write })).toEqual({
    ...{ annotation: 1, note: 1, votes: 1, resolved: 1, details: 1 },
  });
});

test("[FO6] headings, lists and marks are layout; plain paragraphs are not", () => {
  const text = (words: string) => ({ type: "text", text: words });
  const content = [
    { type: "heading", attrs: { level: 1 }, content: [text("One")] },
    { type: "paragraph", content: [text("two"), { type: "hardBreak" }, text("three")] },
    { type: "paragraph", content: [{ ...text("four"), marks: [{ type: "bold" }] }] },
  ];
  const marked = markedText("One\n\ntwo\nthree\n\nfour", [], { content, language: null });
  expect(lossesOf(marked, { carries: new Set(), write })).toEqual({ layout: 2 });
});
