import { expect, test } from "vitest";
import { TEXT_FORMATS, WRITTEN_FORMATS } from "#domain/format-ids.ts";
import { keyOf, PURPOSES, purposeOf, purposesOf, rememberedWish, wishesFor } from "./formats.ts";

test("[D7] every format is offered once, and every purpose has one", () => {
  const offered = PURPOSES.flatMap(wishesFor);
  expect(new Set(offered.map(keyOf)).size).toBe(WRITTEN_FORMATS.length + TEXT_FORMATS.length);
  expect(PURPOSES.map((purpose) => wishesFor(purpose).length)).not.toContain(0);
});

test("[D7] an article is offered alone, all of a space are not", () => {
  expect(purposesOf("article")).toContain("alone");
  expect(purposesOf("space")).not.toContain("alone");
});

test("[D5] the format that was remembered is chosen, if it is offered", () => {
  expect(purposeOf(rememberedWish("brat", "space"))).toBe("tools");
  expect(rememberedWish("alone-docx", "article")).toEqual({ alone: true, format: "docx" });
  const first = rememberedWish(null, "article");
  expect(rememberedWish("a format of old", "article")).toEqual(first);
  expect(rememberedWish("alone-docx", "space")).toEqual(first);
});
