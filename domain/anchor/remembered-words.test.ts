import fc from "fast-check";
import { expect, test } from "vitest";
import { neighboursInCommon, placesOf } from "./quote.ts";
import { rememberWords } from "./remembered-words.ts";

/** What is remembered of the first place of some words. */
function remember(text: string, words: string) {
  const start = text.indexOf(words);
  return rememberWords(text, { start, end: start + words.length });
}

test("[A11] 12 units on each side are remembered, or as many as there are", () => {
  const text = `before ${"x".repeat(40)}|${"y".repeat(40)}`;
  const sides = { prefix: "x".repeat(12), suffix: "y".repeat(12) };
  expect(remember(text, "|")).toEqual({ quote: "|", ...sides });
  expect(remember(text, "before")).toMatchObject({ prefix: "", suffix: ` ${"x".repeat(11)}` });
});

test("[A11] more are remembered where the same words stand among the same neighbours, up to 32", () => {
  const again = "as the mayor said again and again";
  const { prefix, suffix } = remember(`Yes, ${again}. No, ${again}!`, "mayor");
  // " No, as the " and " said again and again" have 28 in common with this place
  expect([prefix, suffix]).toEqual(["Yes, as the ", " said again and again. No, as th"]);
  expect(remember("the end ".repeat(30), "end").suffix).toHaveLength(32);
});

test("[A11] a character is never cut", () => {
  const text = `${"😀".repeat(20)}a|b${"😀".repeat(20)}`;
  const { prefix, suffix } = remember(text, "|");
  expect([prefix, suffix]).toEqual([`${"😀".repeat(6)}a`, `b${"😀".repeat(6)}`]);
});

test("[A11] half of what is remembered stands around no other place of the same words", () => {
  const unit = fc.constantFrom("the ", "old ", "bridge ", "and ", "said, ");
  const texts = fc.array(unit, { minLength: 20, maxLength: 80 }).map((words) => words.join(""));
  fc.assert(
    fc.property(texts, fc.nat(), fc.integer({ min: 1, max: 30 }), (text, at, length) => {
      const start = 32 + (at % (text.length - 80)); // with 32 units before it, and about as many behind
      const words = rememberWords(text, { start, end: start + length });
      if (words.prefix.length === 32) return;
      for (const place of placesOf(text, words.quote)) {
        const common = neighboursInCommon(text, place, words);
        if (place !== start) expect(common).toBeLessThan(words.prefix.length);
      }
    }),
    { numRuns: 500 },
  );
});
