import fc from "fast-check";
import { expect, test } from "vitest";
import { annotationOf } from "#domain/annotation/annotation.test-kit.ts";
import type { Annotation } from "#domain/annotation/annotation.ts";
import { POSTIL_CORE } from "#domain/scheme/postil-core.ts";
import { KINDS } from "#domain/scheme/scheme.ts";
import { byHeat, byKind, byLabel, byPerson, byStatus, type Piece } from "./look.ts";

const piece = (start: number, end: number, what: Partial<Annotation> = {}): Piece => ({
  annotation: annotationOf(what),
  settled: false,
  start,
  end,
});
const colours = new Map([
  ["ann", 0],
  ["ben", 13],
]);
const person = byPerson((id) => colours.get(id) ?? 0);
const status = byStatus(({ note }) => (note === "done" ? "resolved" : "open"));

test("[V8] by label, the colour tells the place in the scheme and the line the kind", () => {
  const pieces = [
    piece(0, 9, { label: "number" }),
    piece(2, 4, { kind: "entity", label: "person" }),
    piece(6, 8, { kind: "framing" }),
  ];
  expect(byLabel(POSTIL_CORE).brushes(pieces)).toEqual(
    expect.arrayContaining([
      { name: "claim-label-1-1", start: 0, end: 9 },
      { name: "entity-label-0-2", start: 2, end: 4 },
      { name: "framing-label-none-2", start: 6, end: 8 },
    ]),
  );
});

test("[V8] by person, two people of one colour have a line each, and one person one for each kind", () => {
  const pieces = [
    piece(0, 9),
    piece(0, 9, { author: "ben" }),
    piece(0, 9, { kind: "framing", author: "ann" }),
    piece(4, 12, { author: "ann" }),
  ];
  expect(person.brushes(pieces)).toEqual(
    expect.arrayContaining([
      { name: "claim-person-0-1", start: 0, end: 12 },
      { name: "claim-person-1-2", start: 0, end: 9 },
      { name: "framing-person-0-3", start: 0, end: 9 },
    ]),
  );
});

test("[V15] what is settled is one thin line for each kind, whatever the rest tells", () => {
  const settled = { ...piece(2, 6), settled: true };
  const again = { ...piece(4, 9, { author: "ben" }), settled: true };
  for (const look of [byKind(POSTIL_CORE), byLabel(POSTIL_CORE), person]) {
    expect(look.brushes([settled, again])).toEqual([{ name: "claim-settled", start: 2, end: 9 }]);
    const names = look.brushes([piece(0, 3), settled]).map(({ name }) => name);
    expect(names).toHaveLength(2);
  }
});

test("[V8] by status, one line for each status", () => {
  const pieces = [piece(0, 9), piece(3, 5, { note: "done" }), piece(7, 12, { author: "ben" })];
  expect(status.brushes(pieces)).toEqual(
    expect.arrayContaining([
      { name: "open-1", start: 0, end: 12 },
      { name: "resolved-2", start: 3, end: 5 },
    ]),
  );
});

test("[V8] by heat, people are counted, and hidden steps are left out", () => {
  const pieces = [piece(0, 9), piece(3, 5, { author: "ben" })];
  expect(byHeat(new Set()).brushes(pieces)).toEqual([
    { name: "heat-1", start: 0, end: 3 },
    { name: "heat-2", start: 3, end: 5 },
    { name: "heat-1", start: 5, end: 9 },
  ]);
  expect(byHeat(new Set([1])).brushes(pieces)).toEqual([{ name: "heat-2", start: 3, end: 5 }]);
});

const someLabel = fc.constantFrom(null, ...POSTIL_CORE.kinds.flatMap(({ labels }) => labels));
const somePieces = fc.array(
  fc
    .record({
      kind: fc.constantFrom(...KINDS),
      label: someLabel,
      author: fc.constantFrom("ann", "ben", "cleo"),
      start: fc.nat(30),
      length: fc.integer({ min: 1, max: 12 }),
      settled: fc.boolean(),
    })
    .map(({ kind, label, author, start, length, settled }) => ({
      ...piece(start, start + length, { kind, label: label?.id ?? null, author }),
      settled,
    })),
  { maxLength: 12 },
);
const looks = [byKind(POSTIL_CORE), byLabel(POSTIL_CORE), person, status, byHeat(new Set())];

test.each(looks)("[V8] by $id, the letters that are painted are those that were marked", (look) => {
  const letters = (passages: readonly { start: number; end: number }[]): number[] =>
    [...Array(45).keys()].filter((at) =>
      passages.some(({ start, end }) => start <= at && at < end),
    );
  fc.assert(
    fc.property(somePieces, (pieces) => {
      expect(letters(look.brushes(pieces))).toEqual(letters(pieces));
    }),
  );
});

test.each(looks)("[V10] by $id, whatever is painted has a rule of its look", (look) => {
  const rules = look.strokes().map(([name]) => name);
  fc.assert(
    fc.property(somePieces, (pieces) => {
      expect(rules).toEqual(expect.arrayContaining(look.brushes(pieces).map(({ name }) => name)));
    }),
  );
});
