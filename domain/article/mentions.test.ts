import fc from "fast-check";
import { expect, test } from "vitest";
import { articleOf } from "../anchor/edited-article.test-kit.ts";
import { articleFragment } from "./article.ts";
import { readText } from "./article-text.ts";
import { mentionsOf } from "./mentions.ts";

const found = (words: string, ...blocks: string[]): string[] => {
  const article = readText(articleFragment(articleOf(...blocks)));
  return mentionsOf(article, words).map(
    ({ start, end }) => `${start} ${article.text.slice(start, end)}`,
  );
};

test("[M1] whole words are found in every block, with endings behind an apostrophe", () => {
  expect(found("Ada", "Ada met Adam.", "Was it Ada’s? Not ADA.")).toEqual(["0 Ada", "22 Ada"]);
  expect(found("Mill Bridge", "The Mill  Bridge, Mill Bridges")).toEqual(["4 Mill  Bridge"]);
});

test("[M1] signs inside a name are signs", () => {
  expect(found("A.B. (C*)", "A.B. (C*) and AXB. (CC)")).toEqual(["0 A.B. (C*)"]);
  expect(found("…", "What… is it?")).toEqual([]);
});

test("[M2] other scripts have their own words", () => {
  expect(found("القدس", "في القدس والقدس")).toEqual(["3 القدس"]);
  expect(found("東京", "私は東京に住む。東京は")).toEqual(["2 東京", "8 東京"]);
});

test("[M3] whatever is sought, what is found says it", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.string({ maxLength: 5 }), (text, words) => {
      const block = text.toWellFormed().replace(/[\0\n\r]/g, "");
      const article = readText(articleFragment(articleOf(block)));
      const plain = (each: string): string => each.replace(/\s+/gu, " ").trim();
      for (const { start, end } of mentionsOf(article, words)) {
        expect(plain(article.text.slice(start, end))).toBe(plain(words));
      }
    }),
  );
});
