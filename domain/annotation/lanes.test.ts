import fc from "fast-check";
import { expect, test } from "vitest";
import { lanesOf } from "./lanes.ts";

const strand = (key: string, start: number, end: number) => ({ key, start, end });

test("[I9] what begins first lies nearest to the words, and a lane that is free is used again", () => {
  expect(lanesOf([strand("b", 2, 9), strand("a", 0, 4), strand("c", 4, 6)])).toEqual([
    { key: "a", lane: 1, start: 0, end: 4 },
    { key: "c", lane: 1, start: 4, end: 6 },
    { key: "b", lane: 2, start: 2, end: 9 },
  ]);
});

test("[I9] strands of one key are one line", () => {
  const strands = [strand("a", 4, 9), strand("a", 0, 3), strand("a", 3, 5)];
  expect(lanesOf(strands)).toEqual([{ key: "a", lane: 1, start: 0, end: 9 }]);
});

test("[I9] under every letter lie as many lines as keys, up to three, no key twice and no lane twice", () => {
  const strands = fc.array(
    fc
      .record({ key: fc.constantFrom(..."abcdef"), start: fc.nat(30), length: fc.nat(12) })
      .map(({ key, start, length }) => strand(key, start, start + length)),
    { maxLength: 14 },
  );
  fc.assert(
    fc.property(strands, (given) => {
      const laid = lanesOf(given);
      for (let at = 0; at < 45; at++) {
        const over = ({ start, end }: { start: number; end: number }) => start <= at && at < end;
        const keys = new Set(given.filter(over).map(({ key }) => key));
        const lines = laid.filter(over);
        expect(lines).toHaveLength(Math.min(3, keys.size));
        expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
        expect(new Set(lines.map(({ lane }) => lane)).size).toBe(lines.length);
        for (const { key } of lines) expect(keys).toContain(key);
      }
    }),
  );
});
