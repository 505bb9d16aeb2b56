import { expect, test } from "vitest";
import { byRecency, hasTag, type LibraryArticle, tagAddress, tagsOf } from "./library-article.ts";

const article = (more: Partial<LibraryArticle>): LibraryArticle => ({
  ...{ id: "one", title: "The bridge", language: "en", space: "8a", tags: [], archived: false },
  ...{ last: "added", at: 0, when: "now", isNews: false, own: 0, all: null, mayArrange: false },
  ...more,
});

test("[O1] what was opened or changed last stands first", () => {
  const articles = [1, 3, 2].map((at) => article({ id: String(at), at }));
  expect(byRecency(articles).map(({ id }) => id)).toEqual(["3", "2", "1"]);
});

test("[O2] tags are the same whatever their case, and in the order of the language", () => {
  const articles = [
    article({ tags: ["Zebra", "Äpfel", "Week 10"] }),
    article({ tags: ["zebra", "Week 9", "سياسة"] }),
  ];
  expect(tagsOf(articles, "de")).toEqual(["Äpfel", "Week 9", "Week 10", "zebra", "سياسة"]);
  expect(articles.map((each) => hasTag(each, "ZEBRA"))).toEqual([true, true]);
  expect(articles.map((each) => hasTag(each, "week 9"))).toEqual([false, true]);
});

test("[O2] every tag has an address of its own", () => {
  const tag = "R&D #1 100 % ?/سياسة";
  expect(new URL(tagAddress(tag), "http://postil").searchParams.get("tag")).toBe(tag);
  expect(tagAddress(null)).toBe("/");
});
