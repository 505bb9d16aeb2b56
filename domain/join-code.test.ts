import fc from "fast-check";
import { expect, test } from "vitest";
import { newCode, readCode, showCode } from "./join-code.ts";

const codes = fc
  .array(fc.nat(), { minLength: 8, maxLength: 8 })
  .map((numbers) => newCode((n) => (numbers.shift() ?? 0) % n));

test("[J1] a code has 8 of 31 letters and digits, none of which is taken for another", () => {
  const letters = new Set<string>();
  fc.assert(
    fc.property(codes, (code) => {
      expect(code).toHaveLength(8);
      for (const letter of code) letters.add(letter);
    }),
    { numRuns: 1000 },
  );
  expect([...letters].toSorted().join("")).toBe("23456789ABCDEFGHJKMNPQRSTUVWXYZ");
});

test("[J2] a code is understood as people type it", () => {
  const between = fc.constantFrom("", " ", "-", " – ", "\u200e", "\u00a0");
  fc.assert(
    fc.property(codes, fc.array(between, { minLength: 9, maxLength: 9 }), (code, gaps) => {
      const typed = gaps.map((gap, index) => gap + (code[index] ?? "")).join("");
      expect(readCode(typed)).toBe(code);
      expect(readCode(typed.toLowerCase())).toBe(code);
      expect(readCode(showCode(code))).toBe(code);
    }),
  );
});

test.each(["", "ABCDEFG", "ABCDEFGHJ", "ABCDEFGO", "ABCDEFG1", "ABCDEF😀", "ABCD_EFGH"])(
  "[J2] %j is no code",
  (typed) => {
    expect(readCode(typed)).toBeNull();
  },
);
