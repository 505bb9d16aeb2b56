import { expect, test } from "vitest";
import { namesakeOf } from "./namesake.ts";
import type { Member } from "./space-answers.ts";

const member = (id: string, name: string, others: Partial<Member> = {}): Member => ({
  ...{ id, name, colour: 0, role: "annotator", isGuest: true, isStandIn: false },
  ...others,
});

const idOf = (name: string, members: readonly Member[]): string | undefined =>
  namesakeOf({ name }, members)?.id;

test("[SP5] who waits under the name of one guest may be that guest", () => {
  const members = [member("1", "Kim"), member("2", "Ólafur"), member("3", "Ann")];
  expect(idOf("kim", members)).toBe("1");
  expect(idOf("ÓLAFUR", members)).toBe("2");
  expect(idOf("Kimi", members)).toBeUndefined();
});

test("[SP5] who waits under the name of an account, of somebody from a file, or of two is told from them", () => {
  const members = [
    ...[member("1", "Kim"), member("2", "kim")],
    ...[member("3", "Ann", { isGuest: false }), member("4", "Bob", { isStandIn: true })],
  ];
  for (const name of ["Kim", "Ann", "Bob"]) expect(idOf(name, members)).toBeUndefined();
});
