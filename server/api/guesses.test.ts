import { expect, test } from "vitest";
import { Guesses } from "./guesses.ts";

const MINUTE = 60_000;

/** Has an address guess wrong so many times. */
function guess(guesses: Guesses, address: string, times: number, now: number): void {
  for (let number = 0; number < times; number++) guesses.add(address, now);
}

test("[Q9] the tenth wrong code of an address within ten minutes is one too many", () => {
  const guesses = new Guesses();
  guess(guesses, "a", 9, 0);
  expect(guesses.areMany("a", 0)).toBe(false);
  guess(guesses, "a", 1, 9 * MINUTE);
  expect(guesses.areMany("a", 10 * MINUTE - 1)).toBe(true);
  expect(guesses.areMany("b", 9 * MINUTE)).toBe(false);
  expect(guesses.areMany("a", 10 * MINUTE)).toBe(false);
});

test("[Q9] three hundred wrong codes within an hour are too many, from however many addresses", () => {
  const guesses = new Guesses();
  for (let number = 0; number < 299; number++) guesses.add(`address ${number}`, number);
  expect(guesses.areMany("somebody else", 299)).toBe(false);
  guesses.add("address 299", 299);
  expect(guesses.areMany("somebody else", 299)).toBe(true);
  expect(guesses.areMany("somebody else", 60 * MINUTE - 1)).toBe(true);
  expect(guesses.areMany("somebody else", 60 * MINUTE)).toBe(false);
});

test("[Q9] ten thousand addresses that guess a day long find no time in which a code alone is enough", () => {
  const guesses = new Guesses();
  let open = 0;
  for (let second = 0; second < 24 * 3600; second++) {
    const now = second * 1000;
    if (!guesses.areMany(`address ${second % 10_000}`, now)) open++;
    guesses.add(`address ${second % 10_000}`, now);
  }
  expect(open).toBe(300);
});
