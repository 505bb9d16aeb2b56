import { beforeEach, expect, test } from "vitest";
import { Ledger, type Seen } from "./ledger.ts";

let ledger: Ledger;

beforeEach(() => {
  ledger = new Ledger();
  for (const id of ["a1", "a2", "a3"]) ledger.called("ada", "add", id);
  ledger.acknowledged("ada");
  ledger.called("ada", "delete", "a2");
  ledger.acknowledged("ada");
  for (const id of ["b1", "b2"]) ledger.called("ben", "add", id);
});

const seenBy = (
  reader: string,
  ada: string[],
  ben: string[] = [],
): [string, Map<string, string[]>] => [
  reader,
  new Map([
    ["ada", ada],
    ["ben", ben],
  ]),
];
const faults = (...seen: [string, Map<string, string[]>][]): string[] =>
  ledger.faults(new Map(seen) satisfies Seen);

test("[F1] kept promises have no fault, and what was never acknowledged may be there or not", () => {
  expect(faults(seenBy("eva", ["a1", "a3"]))).toEqual([]);
  expect(faults(seenBy("eva", ["a3", "a1"], ["b1"]))).toEqual([]);
  expect(faults(seenBy("eva", ["a1", "a3"], ["b1", "b2"]))).toEqual([]);
  ledger.called("ada", "delete", "a3");
  expect(faults(seenBy("eva", ["a1", "a3"]))).toEqual([]);
  expect(faults(seenBy("eva", ["a1"]))).toEqual([]);
  expect(ledger.promised).toBe(3);
});

test("[F1] each broken promise is named", () => {
  expect(faults(seenBy("eva", ["a1"]))).toEqual(["eva: a3 is lost"]);
  expect(faults(seenBy("eva", ["a1", "a3", "a1"]))).toEqual(["eva: a1 is there twice"]);
  expect(faults(seenBy("eva", ["a1", "a2", "a3"]))).toEqual(["eva: a2 was deleted and came back"]);
  expect(faults(seenBy("eva", ["a1", "a3", "x"]))).toEqual(["eva: ada never wrote x"]);
  expect(faults(seenBy("eva", ["a1", "a3", "b1"]))).toEqual(["eva: ada never wrote b1"]);
  expect(faults(seenBy("eva", ["a1", "a3"], ["b2"]))).toEqual([
    "eva: b2 is there without what came before it",
  ]);
});

test("[F1] what was lost with its author's memory is no broken promise", () => {
  ledger.forgot("ben");
  ledger.acknowledged("ben");
  ledger.called("ben", "add", "b3");
  ledger.acknowledged("ben");
  expect(faults(seenBy("eva", ["a1", "a3"], ["b3"]))).toEqual([]);
  expect(faults(seenBy("eva", ["a1", "a3"], ["b1"]))).toEqual(["eva: b3 is lost"]);
});

test("[F1] readers who see different things are named", () => {
  const [one, two] = [seenBy("eva", ["a1", "a3"], ["b1"]), seenBy("tom", ["a1", "a3"])];
  expect(faults(one, two)).toEqual(["tom sees something else than the first reader"]);
  expect(faults(seenBy("eva", ["a1", "a3"]), seenBy("tom", ["a3", "a1"]))).toEqual([]);
});
