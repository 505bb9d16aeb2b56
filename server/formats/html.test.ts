import fc from "fast-check";
import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import {
  anyMarkedArticle,
  goldArticle,
  markedPassage,
  markedText,
  textWithEnding,
} from "./formats.test-kit.ts";
import { notedWords } from "./html.test-kit.ts";
import { htmlPage } from "./html.ts";

const write = htmlPage.writer?.write ?? expect.unreachable();

test("[FO9] behind each passage is the number of its note, and the passage is exactly its words", async () => {
  await fc.assert(
    fc.asyncProperty(anyMarkedArticle, async (marked) => {
      const text = textWithEnding(await write(marked, "a"), "a.html");
      const words = notedWords(text);
      expect(marked.annotations.map((_, index) => words.get(String(index + 1)))).toEqual(
        marked.annotations.map(({ quote }) => quote),
      );
      const { document } = parseHTML(text);
      expect(
        document.querySelectorAll("script, link, iframe, [src]:not(img), [style]"),
      ).toHaveLength(0);
      for (const [index, { replies }] of marked.annotations.entries()) {
        expect(document.querySelectorAll(`#n${index + 1} .replies > li`)).toHaveLength(
          replies.length,
        );
      }
    }),
  );
});

test("[FO9] where passages end inside of others, their numbers stand on what goes on", async () => {
  const passage = (kind: "claim" | "framing", start: number, end: number) =>
    markedPassage({ kind, start, end, quote: "abcdef".slice(start, end) });
  const all = [passage("claim", 0, 6), passage("claim", 1, 3), passage("framing", 2, 3)];
  const text = textWithEnding(await write(markedText("abcdef", all), "a"), "a.html");
  const { document } = parseHTML(text);
  const numbers = [...document.querySelectorAll("sup")].map((sup) => ({
    number: sup.textContent,
    within: sup.parentElement?.className,
  }));
  expect(numbers).toEqual([
    { number: "2", within: "claim d1" },
    { number: "3", within: "claim d1" },
    { number: "1", within: "" },
  ]);
});

test("[FO9] a page without notes has no list of them", async () => {
  const text = textWithEnding(await write({ ...goldArticle(), annotations: [] }, "a"), "a.html");
  expect(text).not.toContain('id="notes"');
});
