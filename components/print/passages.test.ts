import { expect, test } from "vitest";
import { annotationOf } from "#domain/annotation/annotation.test-kit.ts";
import type { Annotation } from "#domain/annotation/annotation.ts";
import type { Placed } from "#domain/annotation/annotation-index.ts";
import { passagesOf, sayingsOf } from "./passages.ts";

const placed = (
  id: string,
  start: number,
  end: number,
  what: Partial<Annotation> = {},
): Placed => ({
  annotation: annotationOf({ id, author: id, ...what }),
  range: { start, end },
});

test("[R1] passages are numbered in reading order, and the same words have one number", () => {
  const passages = passagesOf([
    placed("a", 0, 9),
    placed("b", 2, 5),
    placed("c", 2, 5, { kind: "framing" }),
    placed("d", 12, 20),
  ]);
  const told = passages.map(({ number, annotations }) => [number, ...annotations.map((a) => a.id)]);
  expect(told).toEqual([
    [1, "a"],
    [2, "b", "c"],
    [3, "d"],
  ]);
});

test("[R2] what most people say comes first, and nobody is left out", () => {
  const [passage] = passagesOf([
    placed("a", 0, 9, { label: "fact" }),
    placed("b", 0, 9, { kind: "framing", label: "loaded" }),
    placed("c", 0, 9, { kind: "framing", label: "loaded" }),
    placed("d", 0, 9),
  ]);
  const sayings = sayingsOf(passage?.annotations ?? []);
  expect(sayings.map(({ label, annotations }) => [label, ...annotations.map((a) => a.id)])).toEqual(
    [
      ["loaded", "b", "c"],
      ["fact", "a"],
      [null, "d"],
    ],
  );
});

test("[R3] an annotation without words has no number", () => {
  expect(passagesOf([{ ...placed("a", 0, 9), range: null }, placed("b", 0, 9)])).toHaveLength(1);
});
