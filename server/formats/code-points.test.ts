import fc from "fast-check";
import { expect, test } from "vitest";
import { CodePoints } from "./code-points.ts";

test("[FO1] code points and UTF-16 code units are translated without a shift, either way", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("a", "é", "\n", "😀", "𝒳", "अ") }), (text) => {
      const points = new CodePoints(text);
      let units = 0;
      for (const [count, character] of [...text].entries()) {
        expect(points.fromUtf16(units)).toBe(count);
        expect(points.toUtf16(count)).toBe(units);
        units += character.length;
      }
      expect(points.fromUtf16(units)).toBe([...text].length);
      expect(points.toUtf16([...text].length)).toBe(units);
    }),
  );
});
