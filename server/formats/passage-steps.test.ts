import fc from "fast-check";
import { expect, test } from "vitest";
import { anyMarkedArticle } from "./formats.test-kit.ts";
import { isPlaced } from "./marked-article.ts";
import { stepsOf } from "./passage-steps.ts";
import { wordsWithin } from "./words-within.test-kit.ts";

test("[FO7] between the beginning and the end of a passage stand exactly its words", () => {
  fc.assert(
    fc.property(anyMarkedArticle, ({ article, annotations }) => {
      const placed = annotations.filter(isPlaced);
      const blocks = stepsOf(article.content, placed);
      const words = wordsWithin(blocks);
      expect(placed.map((each) => words.get(each))).toEqual(placed.map(({ quote }) => quote));
      const texts = blocks.map((steps) => steps.map((each) => ("text" in each ? each.text : "")));
      expect(texts.map((each) => each.join("")).join("\n\n")).toBe(article.text);
    }),
  );
});

test("[FO7] a passage that holds no words begins and ends in one place", () => {
  const content = ["one", "two"].map((text) => ({
    ...{ type: "paragraph", content: [{ type: "text", text }] },
  }));
  for (const range of [
    { start: 3, end: 5 },
    { start: 4, end: 4 },
    { start: 90, end: 99 },
  ]) {
    const steps = stepsOf(content, [range]).flat();
    const begins = steps.findIndex((step) => "begin" in step);
    expect(steps[begins + 1]).toEqual({ end: range });
  }
  expect(stepsOf([], [{ start: 0, end: 1 }])).toEqual([]);
});
