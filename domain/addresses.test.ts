import { expect, test } from "vitest";
import { readAddresses } from "./addresses.ts";

test.each([
  ["ada@example.org", ["ada@example.org"], []],
  [
    "Ada@Example.org\n bob@example.org ;ada@example.org,",
    ["ada@example.org", "bob@example.org"],
    [],
  ],
  ["Ada Lovelace <ada@example.org>, b@example.org", ["ada@example.org", "b@example.org"], []],
  ["a@example.org b@example.org", ["a@example.org", "b@example.org"], []],
  ["a@example.org, bob, c@d", ["a@example.org"], ["bob", "c@d"]],
  [" \n, ", [], []],
])("[P5] the addresses in %j are found, and what is none is told", (text, addresses, wrong) => {
  expect(readAddresses(text)).toEqual({ addresses, wrong });
});
