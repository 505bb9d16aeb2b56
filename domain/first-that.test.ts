import fc from "fast-check";
import { expect, test } from "vitest";
import { firstThat } from "./first-that.ts";

test("[O1] the first that passes is found as by looking at each, also where none does or the list is empty", () => {
  const numbers = fc.array(fc.integer({ min: -5, max: 20 }), { maxLength: 40 });
  fc.assert(
    fc.property(numbers, fc.integer({ min: -6, max: 21 }), (some, least) => {
      const values = some.toSorted((a, b) => a - b);
      const found = values.findIndex((value) => value >= least);
      expect(firstThat(values, (value) => value >= least)).toBe(found < 0 ? values.length : found);
    }),
  );
});
