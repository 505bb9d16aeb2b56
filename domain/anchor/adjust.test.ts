import fc from "fast-check";
import { expect, test } from "vitest";
import { articleFragment } from "../article/article.ts";
import { type ArticleText, readText, textBetween } from "../article/article-text.ts";
import type { Step } from "../article/steps.ts";
import { movedEdge } from "./adjust.ts";
import { articleOf, WORDS } from "./edited-article.test-kit.ts";

const textOf = (...blocks: readonly string[]): ArticleText =>
  readText(articleFragment(articleOf(...blocks)));

const ARTICLE = textOf("One, two.", "Three four");
const WORD: Step = { unit: "word", by: 1, language: "en" };

/** The words after the end, or the start, of these letters was moved. */
function moved(start: number, end: number, step: Step, edge: "start" | "end"): string | null {
  const range = movedEdge(ARTICLE, { start, end }, { ...step, edge });
  return range && textBetween(ARTICLE, range);
}

test("[U4] each step takes in or leaves out what can be seen, over blanks and into the next block", () => {
  expect(moved(0, 3, WORD, "end")).toBe("One, two");
  expect(moved(5, 9, WORD, "end")).toBe("two.\n\nThree");
  expect(moved(5, 16, { ...WORD, by: -1 }, "end")).toBe("two");
  expect(moved(0, 8, WORD, "start")).toBe("two");
  expect(moved(0, 8, { ...WORD, unit: "character" }, "start")).toBe("ne, two");
  expect(moved(11, 16, { ...WORD, by: -1 }, "start")).toBe("two.\n\nThree");
});

test("[U4] an end stops before the last character of the passage, and at the end of the article", () => {
  expect(moved(0, 3, { ...WORD, by: -1 }, "end")).toBeNull();
  expect(moved(17, 21, WORD, "end")).toBeNull();
  expect(moved(0, 3, { ...WORD, by: -1 }, "start")).toBeNull();
});

test("[U4] however an end is moved, the passage begins and ends with words or signs", () => {
  const words = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 4 });
  const steps = fc.array(
    fc.record({
      unit: fc.constantFrom("character", "word", "sentence"),
      by: fc.constantFrom(1, -1),
      edge: fc.constantFrom("start", "end"),
      language: fc.constant("en"),
    }),
  );
  fc.assert(
    fc.property(fc.array(words, { minLength: 1, maxLength: 3 }), steps, (blocks, each) => {
      const article = textOf(...blocks.map((block) => block.join("  ")));
      let range = { start: 0, end: 1 };
      for (const step of each) range = movedEdge(article, range, step) ?? range;
      const quote = textBetween(article, range);
      expect(quote).toBe(quote.trim());
      expect(quote).not.toBe("");
    }),
  );
});
