import fc from "fast-check";
import { expect, test } from "vitest";
import { GAP, placeCards, type Standing } from "./card-layout.ts";

const card = (key: string, top: number, height = 100): Standing => ({ key, top, height });

test("[G5] cards with room stand level with their text", () => {
  const places = placeCards([card("a", 0), card("b", 200)], null);
  expect([...places]).toEqual([
    ["a", 0],
    ["b", 200],
  ]);
});

test("[G6] the selected card stands level with its text, and those above give way upwards", () => {
  const places = placeCards([card("a", 300), card("b", 320), card("c", 330)], "b");
  expect(places.get("b")).toBe(320);
  expect(places.get("a")).toBe(320 - GAP - 100);
  expect(places.get("c")).toBe(320 + 100 + GAP);
});

test("[G6] nothing is pushed above the top of the article, where nobody could reach it", () => {
  const places = placeCards([card("a", 0), card("b", 10)], "b");
  expect(places.get("a")).toBe(0);
  expect(places.get("b")).toBe(100 + GAP);
});

test("[G7] whatever the tops, heights and selection: no overlap, order kept, nothing above 0", () => {
  const cards = fc
    .array(fc.record({ top: fc.nat(2000), height: fc.integer({ min: 20, max: 300 }) }), {
      maxLength: 40,
    })
    .map((all) =>
      all
        .toSorted((a, b) => a.top - b.top)
        .map(({ top, height }, index) => card(`k${index}`, top, height)),
    );
  fc.assert(
    fc.property(cards, fc.nat(40), (given, picked) => {
      const places = placeCards(given, `k${picked}`);
      let free = 0;
      for (const { key, height } of given) {
        const place = places.get(key) ?? Number.NaN;
        expect(place).toBeGreaterThanOrEqual(free);
        free = place + height + GAP;
      }
    }),
  );
});
