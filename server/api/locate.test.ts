import { expect, test } from "vitest";
import * as Y from "yjs";
import { articleFragment, writeNodes } from "#domain/article/article.ts";
import { type ArticleText, readText } from "#domain/article/article-text.ts";
import { paragraphOf } from "../sync/test-server.ts";
import { locateQuote } from "./locate.ts";
import { Problem } from "./problem.ts";

function textOf(words: string): ArticleText {
  const doc = new Y.Doc();
  writeNodes(doc, paragraphOf(words));
  return readText(articleFragment(doc));
}

test.each([
  ["a  b", { exact: "a b" }, [0, 4]],
  ["a b", { exact: "a   b" }, [0, 3]],
  ["so  it was", { exact: "it", prefix: "so ", suffix: " was" }, [4, 6]],
  ["so  it was", { exact: " it ", prefix: "so ", suffix: " was" }, [4, 7]],
  ["x aa y", { exact: "a", prefix: "a" }, [3, 4]],
  ["1 + 1 = 2 (two)", { exact: "1 = 2 (two)" }, [4, 15]],
] as const)("[H7] in %j, %j is found at %j", (words, quote, [start, end]) => {
  expect(locateQuote(textOf(words), quote)).toEqual({ start, end });
});

test("[H7] places that overlap are several", () => {
  expect(() => locateQuote(textOf("aaa"), { exact: "aa" })).toThrow(Problem);
});

/** Milliseconds that a search in vain took, the best of five. */
function timeOf(words: string, exact: string): number {
  const times = Array.from({ length: 5 }, () => {
    const text = textOf(words);
    const start = performance.now();
    expect(() => locateQuote(text, { exact })).toThrow(Problem);
    return performance.now() - start;
  });
  return Math.min(...times);
}

test("[H7] no text and no quote takes much longer to search than another of its size", () => {
  const size = 200_000;
  const half = "a".repeat(10_000);
  const plain = timeOf("word ".repeat(size / 5), "no such word");
  expect(timeOf(" ".repeat(size), " x")).toBeLessThan(100 * plain);
  expect(timeOf("a".repeat(size), `${half}b${half}`)).toBeLessThan(100 * plain);
});
