import { expect, test } from "vitest";
import { ROLES, type Role } from "#domain/person.ts";
import { authorize, type Resource, type Verb } from "./authorize.ts";

const MINE: Resource = { type: "layer", owner: "me" };
const ANOTHERS: Resource = { type: "layer", owner: "another" };
const OPEN: Resource = { type: "article", locked: false };
const LOCKED: Resource = { type: "article", locked: true };
const MY_NOTE: Resource = { type: "annotation", author: "me" };
const THEIR_NOTE: Resource = { type: "annotation", author: "another" };
const SPACE: Resource = { type: "space" };

const everyone: readonly Role[] = ROLES;
const editors: readonly Role[] = ["editor", "owner"];
const writers: readonly Role[] = ["annotator", "editor", "owner"];

const TABLE: readonly [Verb, Resource, readonly Role[]][] = [
  ["space.read", SPACE, everyone],
  ["article.read", OPEN, everyone],
  ["article.read", LOCKED, everyone],
  ["article.create", SPACE, writers],
  ["article.edit", OPEN, editors],
  ["article.edit", LOCKED, []],
  ["article.edit", SPACE, []],
  ["article.lock", OPEN, editors],
  ["article.lock", LOCKED, editors],
  ["scheme.edit", SPACE, editors],
  ["layer.read", MINE, everyone],
  ["layer.read", ANOTHERS, everyone],
  ["layer.read-any", ANOTHERS, editors],
  ["article.share", OPEN, editors],
  ["layer.write", MINE, writers],
  ["layer.write", ANOTHERS, []],
  ["layer.write", OPEN, []],
  ["annotation.resolve", MY_NOTE, writers],
  ["annotation.resolve", THEIR_NOTE, editors],
  ["annotation.resolve", OPEN, []],
  ["annotation.hide", MY_NOTE, editors],
  ["annotation.hide", THEIR_NOTE, editors],
  ["annotation.propose", THEIR_NOTE, editors],
  ["reply.hide", { type: "reply", author: "another" }, editors],
];

test.each(TABLE)("[P5] %s on %j is for %j only", (verb, resource, allowed) => {
  const may = (role: Role | null): boolean => authorize({ userId: "me", role }, verb, resource);
  expect(ROLES.filter(may)).toEqual(allowed);
  expect(may(null)).toBe(false);
});
