import fc from "fast-check";
import { expect, test } from "vitest";
import { KINDS } from "../scheme/scheme.ts";
import { DEPTHS, runsOf } from "./runs.ts";

const claim = (start: number, end: number) => ({ kind: "claim" as const, start, end });

test("[I8] neighbours of one kind make one run, kinds stay apart", () => {
  const runs = runsOf([claim(0, 5), claim(5, 9), { kind: "entity", start: 2, end: 4 }]);
  expect(runs).toEqual([
    { kind: "claim", depth: 1, start: 0, end: 9 },
    { kind: "entity", depth: 1, start: 2, end: 4 },
  ]);
});

test("[I8] stacked pieces make deeper runs inside the first", () => {
  expect(runsOf([claim(0, 10), claim(2, 6), claim(4, 8)])).toEqual([
    { kind: "claim", depth: 3, start: 4, end: 6 },
    { kind: "claim", depth: 2, start: 2, end: 8 },
    { kind: "claim", depth: 1, start: 0, end: 10 },
  ]);
});

test("[I8] over every letter lies a run of each depth up to the number of pieces there", () => {
  const piece = fc
    .record({ kind: fc.constantFrom(...KINDS), start: fc.nat(30), length: fc.nat(12) })
    .map(({ kind, start, length }) => ({ kind, start, end: start + length }));
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const runs = runsOf(pieces);
      const over = (at: number, { start, end }: { start: number; end: number }) =>
        start <= at && at < end;
      for (let at = 0; at < 45; at++) {
        for (const kind of KINDS) {
          const count = pieces.filter((each) => each.kind === kind && over(at, each)).length;
          const painted = runs.filter((run) => run.kind === kind && over(at, run));
          const expected = DEPTHS.filter((depth) => depth <= count);
          expect(painted.map(({ depth }) => depth).sort()).toEqual(expected);
        }
      }
    }),
  );
});
