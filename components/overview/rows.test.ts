import fc from "fast-check";
import { expect, test } from "vitest";
import { articleOf } from "#domain/anchor/edited-article.test-kit.ts";
import { annotationOf } from "#domain/annotation/annotation.test-kit.ts";
import type { Placed } from "#domain/annotation/annotation-index.ts";
import { heatOf } from "#domain/annotation/heat.ts";
import { articleFragment } from "#domain/article/article.ts";
import { readText } from "#domain/article/article-text.ts";
import { KINDS, type KindId } from "#domain/scheme/scheme.ts";
import { heatLane, kindLanes, nearestTo } from "./mark-rows.ts";
import { rowsOfPage } from "./page-rows.ts";

const ROWS = 40;

type Mark = { author: string; kind: KindId; start: number; end: number };

const placedOf = ({ start, end, ...what }: Mark, index: number): Placed => ({
  annotation: annotationOf({ id: `${index}`, ...what }),
  range: { start, end },
});

/** Two letters to a row. */
const rowOf = (offset: number): number => Math.min(ROWS - 1, offset >> 1);

const someMarks = fc.array(
  fc
    .record({
      author: fc.constantFrom(..."abcdefghij"),
      kind: fc.constantFrom(...KINDS),
      start: fc.nat(60),
      length: fc.integer({ min: 1, max: 15 }),
    })
    .map(({ length, ...mark }) => ({ ...mark, end: mark.start + length })),
  { maxLength: 20 },
);

const lettersOf = (row: number): number[] => [row * 2, row * 2 + 1];
const isOver = ({ start, end }: Mark, at: number): boolean => start <= at && at < end;

test("[S1] a row is the height on the page at which the words stand", () => {
  const text = readText(articleFragment(articleOf("ten letters", "more letter")));
  const boxes = [
    { top: 100, bottom: 320 },
    { top: 400, bottom: 500 },
  ];
  const at = rowsOfPage({ text, boxes, height: 1000, rows: 100 });
  expect([0, 5, 11, 13, 24].map(at)).toEqual([10, 20, 32, 40, 50]);
});

test("[S1] no row is outside of the strip, whatever the page and the offset", () => {
  const text = readText(articleFragment(articleOf("one", "two", "")));
  const box = fc
    .record({ top: fc.integer({ min: -50, max: 2000 }), height: fc.nat(300) })
    .map(({ top, height }) => ({ top, bottom: top + height }));
  fc.assert(
    fc.property(fc.array(box, { maxLength: 3 }), fc.nat(20), (boxes, offset) => {
      const row = rowsOfPage({ text, boxes, height: 1000, rows: ROWS })(offset);
      expect(row).toBeGreaterThanOrEqual(0);
      expect(row).toBeLessThan(ROWS);
    }),
  );
});

test("[S2] a row says how many annotations of each kind touch it", () => {
  fc.assert(
    fc.property(someMarks, (marks) => {
      const lanes = kindLanes(marks.map(placedOf), rowOf, ROWS);
      for (const { kind, counts } of lanes) {
        for (let row = 0; row < ROWS; row++) {
          const touching = marks.filter(
            (mark) => mark.kind === kind && lettersOf(row).some((at) => isOver(mark, at)),
          );
          expect(counts[row]).toBe(touching.length);
        }
      }
    }),
  );
});

test("[S3] by heat, a row is as hot as its hottest letter, without the steps that are hidden", () => {
  const hidden = new Set([2 as const]);
  fc.assert(
    fc.property(someMarks, (marks) => {
      const heats = heatLane(marks.map(placedOf), rowOf, ROWS, hidden);
      for (let row = 0; row < ROWS; row++) {
        const heatsHere = lettersOf(row).map((at) => {
          const people = new Set(marks.filter((mark) => isOver(mark, at)).map((m) => m.author));
          return heatOf(people.size) ?? 0;
        });
        expect(heats[row]).toBe(Math.max(0, ...heatsHere.filter((heat) => heat !== 2)));
      }
    }),
  );
});

test("[S4] a press leads to the annotation nearest to it, and past those without words", () => {
  const lost: Placed = {
    ...placedOf({ author: "a", kind: "claim", start: 0, end: 1 }, 9),
    range: null,
  };
  const placed = [
    placedOf({ author: "a", kind: "claim", start: 10, end: 20 }, 0),
    placedOf({ author: "a", kind: "entity", start: 40, end: 44 }, 1),
    lost,
  ];
  const idNear = (row: number) => nearestTo(row, placed, rowOf)?.annotation.id;
  expect([0, 7, 12, 17, 39].map(idNear)).toEqual(["0", "0", "0", "1", "1"]);
  expect(nearestTo(3, [lost], rowOf)).toBeNull();
});
