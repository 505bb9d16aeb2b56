import { expect, test } from "vitest";
import { ROLES, type Role } from "#domain/person.ts";
import { type Rights, rightsAt } from "./talk-desk.ts";

const me = { id: "me", name: "Me", colour: 0 };

const may = (right: keyof Rights, author: string): readonly Role[] =>
  ROLES.filter((role) => rightsAt({ me, role }, { author })[right]);

const writers = ["annotator", "editor", "owner"];
const editors = ["editor", "owner"];

test("[M1] whoever may mark may speak", () => {
  expect(may("speak", "me")).toEqual(writers);
  expect(may("speak", "ben")).toEqual(writers);
});

test("[M2] a thread is settled by the author of its note and by editors", () => {
  expect(may("resolve", "me")).toEqual(writers);
  expect(may("resolve", "ben")).toEqual(editors);
});

test("[M3] editors propose labels for the notes of others and hide them", () => {
  for (const right of ["propose", "hide"] as const) {
    expect(may(right, "me")).toEqual([]);
    expect(may(right, "ben")).toEqual(editors);
  }
});

test("[M4] a hidden note can be looked at by its author and by editors", () => {
  expect(may("look", "me")).toEqual([...ROLES]);
  expect(may("look", "ben")).toEqual(editors);
});
