import { expect, test } from "vitest";
import { makeCorpus } from "./corpus.ts";

const SIZE = { words: 1000, annotations: 400 };

test("[B4] the same size gives the same letters and the same passages", () => {
  expect(makeCorpus(SIZE)).toEqual(makeCorpus(SIZE));
});

test("[B4] passages lie in the text, begin and end with a letter, and belong to thirty people", () => {
  const { text, annotations } = makeCorpus(SIZE);
  expect(annotations).toHaveLength(SIZE.annotations);
  expect(new Set(annotations.map(({ author }) => author)).size).toBe(30);
  for (const { start, end } of annotations) {
    expect(text.slice(start, end)).toMatch(/^\p{L}(.*\p{L})?$/su);
  }
});

test("[B5] no entity lies over a clearing, so that a new one can be seen", () => {
  const { annotations, clearings } = makeCorpus(SIZE);
  expect(clearings.length).toBeGreaterThan(16);
  for (const clearing of clearings) {
    const over = annotations.filter(
      ({ kind, start, end }) => kind === "entity" && start < clearing.end && clearing.start < end,
    );
    expect(over).toEqual([]);
  }
});
