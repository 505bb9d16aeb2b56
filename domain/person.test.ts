import { expect, test } from "vitest";
import { initialsOf } from "./person.ts";
import { nameSchema } from "./person-name.ts";

test("[P1] a name is tidied, not judged", () => {
  expect(nameSchema.parse("  Zoe\u0308 \t  Ada  ")).toBe("Zoë Ada");
  expect(nameSchema.parse("ليلى")).toBe("ليلى");
});

test("[P1] a name has 1 to 40 characters and hides none", () => {
  for (const bad of ["", " \n ", "x".repeat(41), "a\u202eb", "a\u0000b", "a\u200bb", "\ud800"]) {
    expect(nameSchema.safeParse(bad).success).toBe(false);
  }
  expect(nameSchema.safeParse("x".repeat(40)).success).toBe(true);
});

test("[P2] initials are the first letters of the first and the last word", () => {
  expect(["Curious Otter", "ada", "Jean de la Tour", "😀 x", ""].map(initialsOf)).toEqual([
    "CO",
    "A",
    "JT",
    "😀X",
    "",
  ]);
});
