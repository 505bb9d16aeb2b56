import fc from "fast-check";
import { expect, test } from "vitest";
import { anyMarkedArticle, markedText } from "./formats.test-kit.ts";
import { cutTokens, sentencesOf } from "./tokens.ts";

test("[FO3] tokens cover every letter once, in order, are cut where asked, and between them are only blanks", () => {
  fc.assert(
    fc.property(anyMarkedArticle, ({ article, annotations }) => {
      const cuts = annotations.flatMap(({ start, end }) => [start ?? 0, end ?? 0]);
      let at = 0;
      for (const sentence of sentencesOf(article)) {
        expect(sentence.start).toBe(sentence.tokens[0]?.start);
        expect(sentence.end).toBe(sentence.tokens.at(-1)?.end);
        for (const { start, end } of cutTokens(sentence.tokens, cuts)) {
          expect(article.text.slice(at, start).trim()).toBe("");
          expect(article.text.slice(start, end)).toMatch(/^\S+$/u);
          expect(cuts.some((cut) => cut > start && cut < end)).toBe(false);
          at = end;
        }
      }
      expect(article.text.slice(at).trim()).toBe("");
    }),
  );
});

test("[FO3] a sentence ends where the language says, and with its block", () => {
  const { article } = markedText("Dr. No came. He left.\nA line\n\nNext");
  const found = sentencesOf(article).map(({ start, end }) => article.text.slice(start, end));
  expect(found.slice(-3)).toEqual(["He left.", "A line", "Next"]);
});
