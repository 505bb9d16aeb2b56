import { expect, test } from "vitest";
import { Attempts } from "./attempts.ts";

const MINUTE = 60_000;

test("[P10] five tries in a quarter of an hour, then one each 15, 30 and 60 minutes", () => {
  const attempts = new Attempts();
  expect([1, 2, 3, 4, 5].map(() => attempts.begin("ann", 0))).toEqual([0, 0, 0, 0, 0]);
  expect(attempts.begin("ann", 0)).toBe(15 * MINUTE);
  expect(attempts.begin("ann", 15 * MINUTE - 1)).toBe(1);
  expect(attempts.begin("ann", 15 * MINUTE)).toBe(0);
  expect(attempts.begin("ann", 15 * MINUTE)).toBe(30 * MINUTE);
  expect(attempts.begin("ann", 45 * MINUTE)).toBe(0);
  expect(attempts.begin("ann", 45 * MINUTE)).toBe(60 * MINUTE);
  expect(attempts.begin("ann", 105 * MINUTE)).toBe(0);
  expect(attempts.begin("ann", 105 * MINUTE)).toBe(60 * MINUTE);
});

test("[P10] one who got it right, or waited long enough, begins anew; others are not touched", () => {
  const attempts = new Attempts();
  for (let count = 0; count < 4; count++) attempts.begin("ann", 0);
  attempts.succeed("ann");
  expect([1, 2, 3, 4, 5].map(() => attempts.begin("ann", 0))).toEqual([0, 0, 0, 0, 0]);
  expect(attempts.begin("bob", 0)).toBe(0);
  expect(attempts.begin("ann", 75 * MINUTE)).toBe(0);
  expect(attempts.begin("ann", 75 * MINUTE)).toBe(0);
  for (let count = 0; count < 3; count++) attempts.begin("slow", count * 16 * MINUTE);
  expect(attempts.begin("slow", 48 * MINUTE)).toBe(0);
  expect(attempts.begin("slow", 48 * MINUTE)).toBe(0);
});

test("[P10] ten thousand other names do not make it forget one who waits", () => {
  const attempts = new Attempts();
  for (let count = 0; count < 5; count++) attempts.begin("ann", 0);
  for (let name = 0; name < 20_000; name++) attempts.begin(`name ${name}`, name);
  expect(attempts.begin("ann", 1 * MINUTE)).toBe(14 * MINUTE);
});
