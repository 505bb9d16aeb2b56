import fc from "fast-check";
import { expect, test } from "vitest";
import { redo, type Trim, toggle, undo, WHOLE } from "./trim.ts";

const out = ({ out: left }: Trim): number[] => [...left].toSorted((a, b) => a - b);

test("[B5] a block is left out and taken back", () => {
  const trimmed = toggle(toggle(WHOLE, 3, false), 5, false);
  expect(out(trimmed)).toEqual([3, 5]);
  expect(out(toggle(trimmed, 3, false))).toEqual([5]);
});

test("[B5] all from the one touched last on go along, either way", () => {
  const trimmed = toggle(toggle(WHOLE, 6, false), 3, true);
  expect(out(trimmed)).toEqual([3, 4, 5, 6]);
  expect(out(toggle(trimmed, 5, true))).toEqual([6]);
  expect(out(toggle(WHOLE, 2, true))).toEqual([2]);
});

test("[B5] every step is undone and done again", () => {
  const steps = fc.array(fc.tuple(fc.nat(9), fc.boolean()), { maxLength: 12 });
  fc.assert(
    fc.property(steps, (taken) => {
      const states = [WHOLE];
      for (const [index, through] of taken) {
        states.push(toggle(states.at(-1) ?? WHOLE, index, through));
      }
      let trim = states.at(-1) ?? WHOLE;
      for (const state of states.toReversed().slice(1)) {
        trim = undo(trim);
        expect(out(trim)).toEqual(out(state));
      }
      expect(undo(trim)).toBe(trim);
      for (const state of states.slice(1)) {
        trim = redo(trim);
        expect(out(trim)).toEqual(out(state));
      }
      expect(redo(trim)).toBe(trim);
    }),
  );
});
