import fc from "fast-check";
import { expect, test } from "vitest";
import { fileStem, Stems } from "./file-stem.ts";

test("[EX2] a title becomes a name that every system takes", () => {
  expect(fileStem("What’s “new” in 日本?", "x")).toBe("What’s “new” in 日本");
  expect(fileStem('../../etc/passwd\r\nX: "1"', "x")).toBe("etc passwd X 1");
  expect(fileStem("con", "article")).toBe("article");
  expect(fileStem("Aux. Power failed", "article")).toBe("article");
  expect(fileStem("Console", "article")).toBe("Console");
  expect(fileStem("\u202e...", "article")).toBe("article");
  expect(fileStem("a\u202eb", "x")).toBe("a b");
});

test("[EX2] whatever the title is, the name is short, and neither empty nor hidden", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (title) => {
      const stem = fileStem(title, "article");
      expect(Buffer.byteLength(stem)).toBeLessThanOrEqual(120);
      expect(stem).toMatch(/^[^\s.~][^\p{Cc}<>:"/\\|?*]*$/u);
      expect(stem.isWellFormed()).toBe(true);
    }),
  );
});

test("[EX1] names in one folder differ, whatever their case", () => {
  const stems = new Stems();
  expect(["News", "news", "News", "Other"].map((stem) => stems.take(stem))).toEqual([
    ...["News", "news (2)", "News (3)", "Other"],
  ]);
  expect(new Set(["e\u0301", "é"].map((title) => fileStem(title, "x"))).size).toBe(1);
});
