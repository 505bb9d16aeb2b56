import { expect, test } from "vitest";
import { sortFiles } from "./annotated-files.ts";

test("[B3] files with annotations go another way, with the texts that belong to them", () => {
  const names = ["a.txt", "b.txt", "b.ann", "c.TSV", "d.docx", "e.jsonl", "project.zip", "json"];
  const { articles, annotated } = sortFiles(names.map((name) => new File([], name)));
  expect(articles.map(({ name }) => name)).toEqual(["a.txt", "d.docx", "json"]);
  expect(annotated.map(({ name }) => name)).toEqual([
    "b.txt",
    "b.ann",
    "c.TSV",
    "e.jsonl",
    "project.zip",
  ]);
});
