import { expect, test } from "vitest";
import { ROLES } from "#domain/person.ts";
import { roleWithin } from "./reach.ts";

test("[P20] a token gives at most what its person has: reading, or what editors do", () => {
  const by = (access: "read" | "write") =>
    ROLES.map((role) => roleWithin({ access, spaces: null }, "here", role));
  expect(by("read")).toEqual(["viewer", "viewer", "viewer", "viewer"]);
  expect(by("write")).toEqual(["viewer", "annotator", "editor", "editor"]);
  expect(roleWithin({ access: "write", spaces: null }, "here", null)).toBeNull();
});

test("[P20] a token for some spaces opens no other; a session is what its person is", () => {
  const reach = { access: "write", spaces: ["here"] } as const;
  expect(roleWithin(reach, "here", "editor")).toBe("editor");
  expect(roleWithin(reach, "there", "editor")).toBeNull();
  expect(ROLES.map((role) => roleWithin(null, "here", role))).toEqual(ROLES);
});
