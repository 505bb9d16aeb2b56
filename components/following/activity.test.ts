import { expect, test } from "vitest";
import type { Placed } from "#domain/annotation/annotation-index.ts";
import { NO_TALK, type Talk } from "#domain/talk/talk-index.ts";
import { byDay, daysAgo, deedsOf } from "./activity.ts";

const NOWHERE = { client: 1, clock: 0 };
const noon = (day: number): number => new Date(2026, 9, day, 12).getTime();

function placed(id: string, createdAt: number): Placed {
  const anchor = { start: NOWHERE, end: NOWHERE, quote: "words", prefix: "", suffix: "" };
  const annotation = {
    ...{ id, author: "ada", kind: "claim" as const, label: null, note: "mine" },
    ...{ attributes: {}, answered: {}, anchor, createdAt },
  };
  return { annotation, range: null };
}

const reply = {
  id: "r",
  author: "ben",
  to: "a",
  text: "@Ada?",
  mentions: ["ada"],
  editedAt: null,
  hidden: null,
};
const talk: Talk = {
  replies: [{ ...reply, createdAt: noon(3) }],
  votes: [{ author: "ben", vote: "unsure", at: noon(2) }],
  proposals: [{ author: "eve", kind: "framing", label: null, at: noon(4) }],
  resolved: { by: "ada", at: noon(5) },
  hidden: { by: "eve", at: noon(6), reason: "twice" },
};

test("[Y1] everything that was marked, said and decided is told, the newest first", () => {
  const deeds = deedsOf([placed("a", noon(1)), placed("b", noon(3) + 1)], (ref) =>
    ref === "a" ? talk : NO_TALK,
  );
  expect(deeds.map(({ what, by }) => `${what} ${by}`)).toEqual([
    "hidden eve",
    "resolved ada",
    "proposed eve",
    "marked ada",
    "replied ben",
    "voted ben",
    "marked ada",
  ]);
  expect(new Set(deeds.map(({ key }) => key)).size).toBe(7);
  expect(deeds[4]).toMatchObject({ text: "", mentions: ["ada"], about: { id: "a" } });
});

test("[Y1] what an editor hid is told without its words", () => {
  const textsOf = (of: Talk) =>
    deedsOf([placed("a", noon(1))], () => of).flatMap((deed) => ("text" in deed ? deed.text : []));
  expect(textsOf({ ...talk, hidden: null })).toContain("@Ada?");
  const replies = talk.replies.map((each) => ({ ...each, hidden: talk.hidden }));
  expect(textsOf({ ...talk, hidden: null, replies })).not.toContain("@Ada?");
  expect(textsOf(talk).filter((text) => text !== "")).toEqual(["twice"]);
});

test("[Y2] days are those of the place where one is, also when the clocks change", () => {
  const all = [placed("a", noon(1)), placed("b", noon(2)), placed("c", noon(2))];
  const days = byDay(deedsOf(all, () => NO_TALK));
  expect(days.map((deeds) => deeds.map(({ about }) => about.id))).toEqual([["b", "c"], ["a"]]);
  expect(daysAgo(noon(20), noon(27))).toBe(7);
  const [late, early] = [new Date(2026, 9, 1, 23, 59), new Date(2026, 9, 2, 0, 1)];
  expect(daysAgo(late.getTime(), early.getTime())).toBe(1);
  expect(daysAgo(noon(9), noon(2))).toBe(0);
});
