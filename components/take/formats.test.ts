import { expect, test } from "vitest";
import { WRITTEN_FORMATS } from "#domain/format-ids.ts";
import { formatsFor, PURPOSES, purposeOf, rememberedFormat } from "./formats.ts";

test("every format is offered once, and every purpose has one", () => {
  expect(PURPOSES.flatMap(formatsFor).toSorted()).toEqual(WRITTEN_FORMATS.toSorted());
  expect(PURPOSES.map((purpose) => formatsFor(purpose).length)).not.toContain(0);
});

test("[D5] the format that was remembered is chosen, if there is such a one", () => {
  expect(purposeOf(rememberedFormat("brat"))).toBe("tools");
  expect(rememberedFormat("a format of old")).toBe(rememberedFormat(null));
});
