import fc from "fast-check";
import { expect, test } from "vitest";
import { annotatorOfFile, fileOfAnnotator } from "./annotator-file.ts";

test("[FO4] whatever somebody is called, their file tells the name", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (name) => {
      const file = fileOfAnnotator(name);
      expect(annotatorOfFile(file)).toBe(name);
      expect(file).toMatch(/^[^\s.~/\\<>:"|?*][^/\\<>:"|?*]*$/u);
    }),
  );
});

test("[FO4] a file with a percent sign of its own is read as it stands", () => {
  expect(annotatorOfFile("100% Ann")).toBe("100% Ann");
  expect(annotatorOfFile("%FF")).toBe("%FF");
});
