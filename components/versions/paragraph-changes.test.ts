import { expect, test } from "vitest";
import { shownChanges } from "./paragraph-changes.ts";

test("[V2] what is new as a whole can be left out, and only that", () => {
  const paragraphs = [
    { before: "old", after: "new", block: 0 },
    { before: "away", after: null, block: null },
    { before: null, after: "one", block: 1 },
    { before: null, after: "two", block: 1 },
    { before: null, after: "a new item", block: 2 },
  ];
  const blocks = ["new", "one\ntwo", "an old item\na new item"];
  const shown = [
    { what: "changed", before: "old", after: "new" },
    { what: "went", text: "away" },
    { what: "came", text: "one\ntwo", block: 1 },
    { what: "came", text: "a new item", block: null },
  ];
  expect(shownChanges(paragraphs, blocks)).toEqual(shown);
  expect(shownChanges(paragraphs, null)).toMatchObject([
    ...shown.slice(0, 2),
    { text: "one", block: null },
    { text: "two", block: null },
    { text: "a new item", block: null },
  ]);
});
