import fc from "fast-check";
import { expect, test } from "vitest";
import { articleOf } from "../anchor/edited-article.test-kit.ts";
import { articleFragment } from "./article.ts";
import { type ArticleText, readText } from "./article-text.ts";
import { STEPS, type StepUnit, stepFrom, wholeCharacters, wholeWords } from "./steps.ts";

const textOf = (...blocks: string[]): ArticleText =>
  readText(articleFragment(articleOf(...blocks)));

/** Everywhere that steps lead from one end to the other. */
function walk(article: ArticleText, unit: StepUnit, by: 1 | -1, language = "en"): number[] {
  const stops: number[] = [];
  let at = by === 1 ? 0 : article.text.length;
  for (;;) {
    const next = stepFrom(article, at, { unit, by, language });
    if (next === at) return stops;
    stops.push(next);
    at = next;
  }
}

test("[U1] words end and begin where the language says, signs and spaces are passed over", () => {
  const article = textOf("One, two.", "Three");
  expect(walk(article, "word", 1)).toEqual([3, 5, 8, 11, 16]);
  expect(walk(article, "word", -1)).toEqual([11, 9, 8, 5, 3, 0]);
});

test("[U1] a step by character takes what a reader sees as one", () => {
  const article = textOf("a👩‍👧e\u0301ب");
  expect(walk(article, "character", 1)).toEqual([1, 6, 8, 9]);
});

test("[U1] sentences leave out the space behind them, paragraphs begin at their first letter", () => {
  const article = textOf("It rained. It poured!", "Then sun.");
  expect(walk(article, "sentence", 1)).toEqual([10, 11, 21, 23, 32]);
  expect(walk(article, "paragraph", 1)).toEqual([23, 32]);
  expect(walk(article, "paragraph", -1)).toEqual([23, 0]);
});

test("[U2] every walk ends at the end of the article, whatever it holds", () => {
  const block = fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 });
  const blocks = fc.array(
    block.map((text) => `${text.toWellFormed().replace(/[\0\n\r]/g, " ")}x`),
    { minLength: 1, maxLength: 3 },
  );
  fc.assert(
    fc.property(blocks, fc.constantFrom(...STEPS), (texts, unit) => {
      const article = textOf(...texts);
      expect(walk(article, unit, 1).at(-1)).toBe(article.text.length);
      const back = walk(article, unit, -1);
      expect(back.every((stop, index) => index === 0 || stop < (back[index - 1] ?? 0))).toBe(true);
    }),
  );
  expect(stepFrom(textOf(), 0, { unit: "word", by: 1, language: "" })).toBe(0);
});

test("[U3] a passage is widened to whole words, also where words have no spaces", () => {
  const words = (text: string, start: number, end: number, language: string): string => {
    const range = wholeWords(textOf(text), { start, end }, language);
    return text.slice(range.start, range.end);
  };
  expect(words("The mayor denies it", 5, 11, "en")).toBe("mayor denies");
  expect(words("The mayor, she", 9, 10, "en")).toBe(",");
  expect(words("私は東京に住む", 3, 4, "ja")).toBe("東京");
  expect(words("قال الوزير اليوم", 6, 8, "ar")).toBe("الوزير");
});

test.each([
  ["Arabic with vowel marks", ["م", "ُ", "حَ", "مَّ", "د"]],
  ["Hebrew with points", ["שָׁ", "ל", "וֹ", "ם"]],
  ["Indic conjuncts", ["क्षि", "त्र", "நி", "ക്ഷ"]],
  ["CJK", ["市", "長", "は", "か\u3099", "각"]],
  ["emoji of several", ["👩‍👩‍👧‍👦", "👍🏽", "🏳️‍🌈", "1️⃣"]],
  ["flags beside each other", Array.from({ length: 400 }, () => "🇩🇪🇫🇷")],
  ["letters with a hundred marks", [`x${"\u0301".repeat(300)}`, `y${"\u0323".repeat(70)}`]],
  ["marks on letters", ["e\u0301", "n\u0303\u0323", "o"]],
])("[U5] never cuts %s", (_, pieces) => {
  const article = textOf(`a ${pieces.join("")} b`, pieces.join(""), pieces.join("x"));
  const { text } = article;
  const segments = new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text);
  const edges = new Set([...segments].map(({ index }) => index)).add(text.length);
  fc.assert(
    fc.property(fc.nat(text.length), fc.nat(text.length), (a, b) => {
      const [start, end] = [Math.min(a, b), Math.max(a, b)];
      fc.pre(start < end);
      const whole = wholeCharacters(article, { start, end });
      expect(whole.start <= start && whole.end >= end).toBe(true);
      expect(edges.has(whole.start) && edges.has(whole.end)).toBe(true);
      expect(wholeCharacters(article, whole)).toEqual(whole);
    }),
  );
});
