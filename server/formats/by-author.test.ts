import { expect, test } from "vitest";
import { byAuthor } from "./by-author.ts";
import { markedPassage } from "./formats.test-kit.ts";

const by = (id: string, name: string | null) =>
  markedPassage({ id: `${id}-${name}`, author: { id, name } });

test("[FO4] two people of one name have works of their own, those who were removed share one", () => {
  const works = byAuthor([
    ...[by("1", "Ann"), by("2", "Ann (2)"), by("3", "Ann"), by("1", "Ann")],
    ...[by("4", null), by("5", null)],
  ]);
  expect(works.map(({ name, annotations }) => [name, annotations.length])).toEqual([
    ["Ann", 2],
    ["Ann (2)", 1],
    ["Ann (3)", 1],
    ["", 2],
  ]);
});
