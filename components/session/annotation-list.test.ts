import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { annotateWords, articleOf, textAt } from "#domain/anchor/edited-article.test-kit.ts";
import { openIndex } from "#domain/annotation/annotation-index.ts";
import { AnnotationList } from "./annotation-list.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A list, with how often it was told and what it tells: the ids and where each begins. */
function listed() {
  const article = articleOf("one two three", "four five six");
  const index = openIndex(article);
  const list = new AnnotationList(index);
  let times = 0;
  list.all.subscribe(() => times++);
  return {
    ...{ article, index, list },
    times: () => times,
    told: () => list.all.get().map(({ annotation, range }) => `${annotation.id} ${range?.start}`),
  };
}

test("[N13] many changes are told once, in reading order, soon", () => {
  const { index, told, times } = listed();
  annotateWords(index, "b", "five");
  annotateWords(index, "a", "two");
  expect(told()).toEqual([]);
  vi.advanceTimersByTime(20);
  expect(told()).toEqual(["a 4", "b 20"]);
  expect(times()).toBe(1);
});

test("[N13] what is typed is told later, unless an annotation changes meanwhile", () => {
  const { article, index, told } = listed();
  annotateWords(index, "a", "two");
  vi.advanceTimersByTime(20);
  textAt(article, 0).insert(0, "zero ");
  vi.advanceTimersByTime(500);
  expect(told()).toEqual(["a 4"]);
  vi.advanceTimersByTime(600);
  expect(told()).toEqual(["a 9"]);

  textAt(article, 0).insert(0, "and ");
  annotateWords(index, "b", "three");
  vi.advanceTimersByTime(20);
  expect(told()).toEqual(["a 13", "b 17"]);
});

test("[N13] what changes nothing in the list is not told, nor is anything once nobody needs it", () => {
  const { article, index, list, times } = listed();
  annotateWords(index, "a", "two");
  vi.advanceTimersByTime(20);
  const before = list.all.get();
  textAt(article, 1).insert(13, " seven");
  vi.advanceTimersByTime(2000);
  expect(list.all.get()).toBe(before);
  annotateWords(index, "b", "four");
  list.destroy();
  vi.advanceTimersByTime(2000);
  expect(times()).toBe(1);
});
