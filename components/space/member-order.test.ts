import { expect, test } from "vitest";
import { inOrder } from "./member-order.ts";
import type { Member } from "./space-answers.ts";

const member = (name: string): Member => ({
  ...{ id: name, name, colour: 0, role: "annotator", isGuest: true, isStandIn: false },
});

test("[SP1] one stands first oneself, and the others by name as one's language sorts them", () => {
  const members = ["Pupil 10", "Zoé", "Pupil 2", "Ms Olive", "Östen", "Otto"].map(member);
  const names = (locale: string): string[] =>
    inOrder(members, "Ms Olive", locale).map(({ name }) => name);
  expect(names("de")).toEqual(["Ms Olive", "Östen", "Otto", "Pupil 2", "Pupil 10", "Zoé"]);
  expect(names("sv")).toEqual(["Ms Olive", "Otto", "Pupil 2", "Pupil 10", "Zoé", "Östen"]);
});
