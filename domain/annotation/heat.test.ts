import fc from "fast-check";
import { expect, test } from "vitest";
import { heatOf, heatRuns } from "./heat.ts";

const marked = (author: string, start: number, end: number) => ({ author, start, end });

test("[I10] the steps begin at one, two, three, five and nine people", () => {
  expect([0, 1, 2, 3, 4, 5, 8, 9, 30].map(heatOf)).toEqual([null, 1, 2, 3, 3, 4, 4, 5, 5]);
});

test("[I10] somebody who marked the same words twice counts once", () => {
  const passages = [marked("ann", 0, 9), marked("ann", 2, 6), marked("ben", 6, 9)];
  expect(heatRuns(passages)).toEqual([
    { heat: 1, start: 0, end: 6 },
    { heat: 2, start: 6, end: 9 },
  ]);
});

test("[I10] every letter has the heat of those who marked it, and neighbours differ", () => {
  const passages = fc.array(
    fc
      .record({ author: fc.constantFrom(..."abcdefghijk"), start: fc.nat(30), length: fc.nat(12) })
      .map(({ author, start, length }) => marked(author, start, start + length)),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(passages, (given) => {
      const runs = heatRuns(given);
      for (let at = 0; at < 45; at++) {
        const over = ({ start, end }: { start: number; end: number }) => start <= at && at < end;
        const people = new Set(given.filter(over).map(({ author }) => author)).size;
        expect(runs.filter(over).map(({ heat }) => heat)).toEqual(
          [heatOf(people)].filter((heat) => heat !== null),
        );
      }
      for (const [index, run] of runs.entries()) {
        const next = runs[index + 1];
        if (next?.start === run.end) expect(next.heat).not.toBe(run.heat);
      }
    }),
  );
});
