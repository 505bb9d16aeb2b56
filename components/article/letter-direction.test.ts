import { expect, test } from "vitest";
import { isReadFromRight } from "./letter-direction.ts";

test.each([
  ["ق", true],
  ["ד", true],
  ["a", false],
  ["語", false],
  ["4", false],
  ["٤", false],
  ["۴", false],
])("[V17] %s has a direction of its own", (letter, expected) => {
  expect([isReadFromRight(letter, true), isReadFromRight(letter, false)]).toEqual([
    expected,
    expected,
  ]);
});

test("[V17] a sign goes with the text around it", () => {
  expect(["(", " ", "."].map((sign) => isReadFromRight(sign, true))).toEqual([true, true, true]);
  expect(["(", " ", "."].map((sign) => isReadFromRight(sign, false))).toEqual([
    false,
    false,
    false,
  ]);
});
