import fc from "fast-check";
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

test("[G1] beside a text of one line notes are cards: the margin is as high as the window", () => {
  expect(forms(slotsOf(wishes(0, 0, 32), null, 40))).toEqual(["card a0", "card a1", "card a2"]);
});

test("[G2] where too many notes want the same two lines they are folded into a pile", () => {
  expect(forms(slotsOf(wishes(0, 0, 32, 32, 32, 900), null, 2000))).toEqual([
    "pile a0+a1+a2+a3+a4",
    "card a5",
  ]);
});

test("[G3] where it is crowded, two notes become rows and more are folded, within twice as many lines", () => {
  const crowd = [700, 700, 700, 700];
  expect(forms(slotsOf(wishes(0, 100, 300, 500, ...crowd), null, 100))).toEqual([
    "row a0",
    "row a1",
    "card a2",
    "card a3",
    "pile a4+a5+a6+a7",
  ]);
  expect(forms(slotsOf(wishes(0, 0, 100, 300, ...crowd), null, 100)).slice(0, 2)).toEqual([
    "pile a0+a1+a2",
    "card a3",
  ]);
});

test("[G3] a crowded place folds its own notes, not those of a quiet one far away", () => {
  const crowd = Array.from({ length: 60 }, (_, count) => 5000 + count * 20);
  const found = slotsOf(wishes(0, 0, 32, ...crowd), null, 20_000);
  expect(forms(found).slice(0, 3)).toEqual(["card a0", "card a1", "card a2"]);
  expect(found.slice(3).every(({ form }) => form === "pile")).toBe(true);
});

test("[G4] the pile of the selected annotation is unfolded: one card among rows", () => {
  const crowd = [700, 700, 700, 700];
  expect(forms(slotsOf(wishes(0, 0, 32, 190, ...crowd), "a1", 100)).slice(0, 4)).toEqual([
    "row a0",
    "card a1",
    "row a2",
    "card a3",
  ]);
});

test("[G4] of a large pile only what is beside the selected card is unfolded", () => {
  const class30 = wishes(...Array.from({ length: 30 }, () => 40));
  const at = (id: string) => forms(slotsOf(class30, id, 100));
  expect(at("a0")).toEqual([
    "card a0",
    "row a1",
    "row a2",
    "row a3",
    expect.stringMatching(/^pile a4\+.*a29$/),
  ]);
  expect(at("a15").slice(1, -1)).toEqual([
    ...["row a12", "row a13", "row a14"],
    "card a15",
    ...["row a16", "row a17", "row a18"],
  ]);
  // one alone is not worth a pile
  expect(at("a4").slice(0, 5)).toEqual(["row a0", "row a1", "row a2", "row a3", "card a4"]);
  expect(at("a25").at(-1)).toBe("row a29");
  expect(at("a24").at(-1)).toBe("pile a28+a29");
});

test("[G4] whichever of a pile is selected, it is the one card, and nothing is missing or moved", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(60), { minLength: 1, maxLength: 40 }), fc.nat(), (tops, pick) => {
      const ordered = wishes(...tops.toSorted((a, b) => a - b));
      const selected = `a${pick % ordered.length}`;
      const found = slotsOf(ordered, selected, 100);
      expect(found.flatMap(({ ids }) => ids)).toEqual(ordered.map(({ id }) => id));
      expect(found.find(({ ids }) => ids.includes(selected))?.form).toBe("card");
    }),
  );
});
