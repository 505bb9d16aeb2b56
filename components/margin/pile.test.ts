import { expect, test } from "vitest";
import { slotsOf, type Wish } from "./pile.ts";

const wishes = (...tops: readonly number[]): Wish[] =>
  tops.map((top, index) => ({ id: `a${index}`, top }));
const forms = (found: ReturnType<typeof slotsOf>): string[] =>
  found.map(({ form, ids }) => `${form} ${ids.join("+")}`);

test("[G1] a few notes on one line stay single cards while the article has room", () => {
  expect(forms(slotsOf(wishes(0, 0, 32, 900), null, 2000))).toEqual([
    "card a0",
    "card a1",
    "card a2",
    "card a3",
  ]);
});

test("[G2] where too many notes want the same two lines they are folded into a pile", () => {
  expect(forms(slotsOf(wishes(0, 0, 32, 32, 32, 900), null, 2000))).toEqual([
    "pile a0+a1+a2+a3+a4",
    "card a5",
  ]);
});

test("[G3] where it is crowded, two notes become rows and more are folded, within twice as many lines", () => {
  expect(forms(slotsOf(wishes(0, 100, 300, 500), null, 100))).toEqual([
    "row a0",
    "row a1",
    "card a2",
    "card a3",
  ]);
  expect(forms(slotsOf(wishes(0, 0, 100, 300), null, 100))).toEqual(["pile a0+a1+a2", "card a3"]);
});

test("[G3] a crowded place folds its own notes, not those of a quiet one far away", () => {
  const crowd = Array.from({ length: 60 }, (_, count) => 5000 + count * 20);
  const found = slotsOf(wishes(0, 0, 32, ...crowd), null, 20_000);
  expect(forms(found).slice(0, 3)).toEqual(["card a0", "card a1", "card a2"]);
  expect(found.slice(3).every(({ form }) => form === "pile")).toBe(true);
});

test("[G4] the pile of the selected annotation is unfolded: one card among rows", () => {
  expect(forms(slotsOf(wishes(0, 0, 32, 190), "a1", 100))).toEqual([
    "row a0",
    "card a1",
    "row a2",
    "card a3",
  ]);
});
