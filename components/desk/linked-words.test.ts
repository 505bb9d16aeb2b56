import fc from "fast-check";
import { expect, test } from "vitest";
import { articleOf } from "#domain/anchor/edited-article.test-kit.ts";
import { articleFragment } from "#domain/article/article.ts";
import { readText } from "#domain/article/article-text.ts";
import { hashTo, placesOf, wordsLinkedIn } from "./linked-words.ts";

const text = readText(
  articleFragment(articleOf("The bridge", "A bridge is not a bridgehead.", "Nobody said so.")),
);
const said = (paragraph: number, ...words: string[]): string[] =>
  placesOf(text, { paragraph, words }).map(
    ({ start, end }) => `${start} ${text.text.slice(start, end)}`,
  );

test("[T14] a link to words is read back, and no other address is taken for one", () => {
  fc.assert(
    fc.property(
      fc.nat(),
      fc.array(fc.string({ unit: "binary" }), { minLength: 1 }),
      (paragraph, words) => {
        expect(wordsLinkedIn(hashTo({ paragraph, words }))).toEqual({ paragraph, words });
      },
    ),
  );
  for (const hash of ["", "#", "#annotation=ada/one", "#paragraph=1", "#paragraph=x&words=a"]) {
    expect(wordsLinkedIn(hash)).toBeNull();
  }
});

test("[T14] it leads to all places of the words in their paragraph, whole words only", () => {
  expect(said(1, "bridge", "not a")).toEqual(["14 bridge", "24 not a"]);
});

test("[T14] where the paragraph says something else by now, the nearest one that has all of them counts", () => {
  expect(said(2, "bridge", "not")).toEqual(["14 bridge", "24 not"]);
  expect(said(0, "said")).toEqual(["50 said"]);
  expect(said(99, "bridge")).toEqual(["14 bridge"]);
  expect(said(0, "bridge", "nobody")).toEqual([]);
});
