import fc from "fast-check";
import { expect, test } from "vitest";
import { type Nested, nestMarks } from "./nested-marks.ts";

type Mark = { id: number; start: number; end: number };

const TEXT = "0123456789abcdefghij";
const RANGE = { start: 0, end: TEXT.length };
const mark = (id: number, start: number, end: number): Mark => ({ id, start, end });

/** The pieces as tags. */
function written(pieces: readonly Nested<Mark>[]): string {
  return pieces
    .map((piece) =>
      piece.mark === null
        ? TEXT.slice(piece.range.start, piece.range.end)
        : `<${piece.mark.id}>${written(piece.inner)}</${piece.mark.id}>`,
    )
    .join("");
}

/** Each letter with the marks around it, in order. */
function letters(
  pieces: readonly Nested<Mark>[],
  around: readonly number[] = [],
): [string, number[]][] {
  return pieces.flatMap((piece) => {
    if (piece.mark !== null) return letters(piece.inner, [...around, piece.mark.id]);
    const words = TEXT.slice(piece.range.start, piece.range.end);
    return [...words].map((letter): [string, number[]] => [letter, [...around].sort()]);
  });
}

test("[I11] what begins first or is longer lies outside", () => {
  const marks = [mark(3, 4, 6), mark(2, 2, 8), mark(1, 2, 12)];
  expect(written(nestMarks(RANGE, marks))).toBe("01<1><2>23<3>45</3>67</2>89ab</1>cdefghij");
});

test("[I11] of two that cross, the one that begins later is cut", () => {
  const marks = [mark(1, 2, 8), mark(2, 5, 12)];
  expect(written(nestMarks(RANGE, marks))).toBe("01<1>234<2>567</2></1><2>89ab</2>cdefghij");
});

test("[I11] marks are cut at the edges of the range", () => {
  const pieces = nestMarks({ start: 5, end: 10 }, [mark(1, 0, 7), mark(2, 12, 14)]);
  expect(written(pieces)).toBe("<1>56</1>789");
});

test("[I11] every letter occurs once, inside all marks that cover it and in no other", () => {
  const marks = fc.array(fc.record({ start: fc.nat(24), length: fc.nat(10) }), { maxLength: 10 });
  fc.assert(
    fc.property(marks, (given) => {
      const all = given.map(({ start, length }, id) => mark(id, start, start + length));
      const expected = [...TEXT].map((letter, at) => [
        letter,
        all.filter(({ start, end }) => start <= at && at < end).map(({ id }) => id),
      ]);
      expect(letters(nestMarks(RANGE, all))).toEqual(expected);
    }),
  );
});
