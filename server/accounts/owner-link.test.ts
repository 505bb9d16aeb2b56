import { inspect } from "node:util";
import { expect, test } from "vitest";
import { OWNER_LINK_LIFE, OwnerLink } from "./owner-link.ts";

test("[P4] a token works once", () => {
  const link = new OwnerLink();
  const token = link.issue(0);
  expect(link.redeem(token, 1000)).toBe(true);
  expect(link.redeem(token, 1000)).toBe(false);
});

test("[P4] a token works for 30 minutes", () => {
  const link = new OwnerLink();
  expect(OWNER_LINK_LIFE).toBe(30 * 60 * 1000);
  expect(link.redeem(link.issue(0), OWNER_LINK_LIFE - 1)).toBe(true);
  expect(link.redeem(link.issue(0), OWNER_LINK_LIFE)).toBe(false);
});

test("[P4] a wrong token does not use up the right one", () => {
  const link = new OwnerLink();
  expect(link.redeem("", 0)).toBe(false);
  const token = link.issue(0);
  for (const wrong of ["", "x", `${token}x`, token.slice(1), token.toUpperCase()]) {
    expect(link.redeem(wrong, 0)).toBe(false);
  }
  expect(link.redeem(token, 0)).toBe(true);
});

test("[P4] a new token ends the one before", () => {
  const link = new OwnerLink();
  const old = link.issue(0);
  link.issue(0);
  expect(link.redeem(old, 0)).toBe(false);
});

test("[P4] the token itself is not kept", () => {
  const link = new OwnerLink();
  const token = link.issue(0);
  expect(inspect(link, { showHidden: true, depth: null })).not.toContain(token);
});
