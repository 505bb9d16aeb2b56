import { expect, test } from "vitest";
import type { Annotation } from "#domain/annotation/annotation.ts";
import { arrange, BY_PLACE, type Order, onPage, PAGE, pageOf, search } from "./arrange.ts";
import type { Entry } from "./entry.ts";

const NOWHERE = { client: 1, clock: 0 };

type Told = Partial<Entry> & { readonly about?: Partial<Annotation>; readonly quote?: string };

/** A line of the list; the id tells its place. */
function entry(place: number, { about, quote = "", ...told }: Told = {}): Entry {
  const author = told.author ?? { id: "ada", name: "Ada", colour: 0 };
  const anchor = { start: NOWHERE, end: NOWHERE, quote, prefix: "", suffix: "" };
  const annotation: Annotation = {
    ...{ id: String(place), author: author.id, kind: "claim", label: null, note: "" },
    ...{ attributes: {}, answered: {}, anchor, createdAt: place },
    ...about,
  };
  return {
    annotation,
    place,
    lost: false,
    author,
    label: "Claim",
    rank: 0,
    status: "open",
    ...told,
  };
}

const named = (name: string) => ({ id: name.toLowerCase(), name, colour: 0 });

const ids = (entries: readonly Entry[]): string => entries.map(({ place }) => place).join(" ");
const idsIn = (entries: readonly Entry[], order: Partial<Order>, locale = "en"): string[] =>
  arrange(entries, { ...BY_PLACE, ...order }, locale).map((section) => ids(section.entries));

test("[B1] the search finds words in quotes and notes, whatever case and accents, in any order", () => {
  const entries = [
    entry(0, { quote: "The Élan of spring" }),
    entry(1, { quote: "spring", about: { note: "no ELA\u0301N here" } }),
    entry(2, { quote: "a winter" }),
  ];
  expect(ids(search(entries, "elan"))).toBe("0 1");
  expect(ids(search(entries, " SPRING élan "))).toBe("0 1");
  expect(ids(search(entries, "spring the"))).toBe("0");
  expect(ids(search(entries, "  "))).toBe("0 1 2");
  expect(ids(search(entries, "winter spring"))).toBe("");
});

test("[B1] the search finds people and labels, alone and along with words", () => {
  const entries = [
    entry(0, { quote: "a crisis", author: named("Chloé"), label: "Loaded word" }),
    entry(1, { quote: "a crisis", author: named("Ben"), label: "Loaded word" }),
    entry(2, { quote: "a loaded gun", author: named("Ben"), label: "Fact" }),
  ];
  expect(ids(search(entries, "chloe"))).toBe("0");
  expect(ids(search(entries, "loaded"))).toBe("0 1 2");
  expect(ids(search(entries, "ben crisis loaded"))).toBe("1");
  expect(ids(search(entries, "ben fact crisis"))).toBe("");
});

test("[B2] people are sorted as their language sorts names; what is equal keeps the order of the text", () => {
  const entries = [
    entry(0, { author: named("Zoe") }),
    entry(1, { author: named("Özge") }),
    entry(2, { author: named("ada") }),
    entry(3, { author: named("Zoe") }),
  ];
  expect(idsIn(entries, { sort: "person" }, "de")).toEqual(["2 1 0 3"]);
  expect(idsIn(entries, { sort: "person" }, "sv")).toEqual(["2 0 3 1"]);
  expect(idsIn(entries, { sort: "person", descending: true }, "de")).toEqual(["0 3 1 2"]);
});

test("[B2] times, labels and places are sorted in both directions", () => {
  const entries = [
    entry(0, { rank: 2, about: { createdAt: 30 } }),
    entry(1, { rank: 1, about: { createdAt: 10 } }),
    entry(2, { rank: 2, about: { createdAt: 20 } }),
  ];
  expect(idsIn(entries, { sort: "time" })).toEqual(["1 2 0"]);
  expect(idsIn(entries, { sort: "time", descending: true })).toEqual(["0 2 1"]);
  expect(idsIn(entries, { sort: "label" })).toEqual(["1 0 2"]);
  expect(idsIn(entries, { descending: true })).toEqual(["2 1 0"]);
});

test("[B3] groups stand in their own order, and the lines of each in the chosen one", () => {
  const entries = [
    entry(0, { status: "resolved", about: { kind: "framing", createdAt: 1 } }),
    entry(1, { about: { kind: "claim", createdAt: 2 } }),
    entry(2, { about: { kind: "framing", createdAt: 3 } }),
  ];
  expect(idsIn(entries, { group: "kind", sort: "time", descending: true })).toEqual(["1", "2 0"]);
  expect(idsIn(entries, { group: "status" })).toEqual(["1 2", "0"]);
  expect(idsIn([], { group: "kind" })).toEqual([]);
});

test("[B3] two people of one name are two groups", () => {
  const entries = [
    entry(0, { author: { ...named("Kim"), id: "a" } }),
    entry(1, { author: { ...named("Kim"), id: "b" } }),
    entry(2, { author: { ...named("Kim"), id: "a" } }),
  ];
  expect(idsIn(entries, { group: "person" })).toEqual(["0 2", "1"]);
});

test("[B4] pages hold every line once, under its heading with the count of all", () => {
  const entries = Array.from({ length: 250 }, (_, place) =>
    entry(place, { about: { kind: place % 2 === 0 ? "claim" : "framing" } }),
  );
  const sections = arrange(entries, { ...BY_PLACE, group: "kind" }, "en");
  const pages = [0, 1, 2, 3].map((page) => onPage(sections, page));
  expect(pages.map((page) => page.map((section) => section.entries.length))).toEqual([
    [PAGE],
    [25, 75],
    [50],
    [],
  ]);
  expect(pages.flat().map(({ count }) => count)).toEqual([125, 125, 125, 125]);
  const shown = pages.flat().flatMap((section) => section.entries);
  expect(new Set(shown).size).toBe(250);
  expect(pageOf(sections, "1")).toBe(1);
  expect(pageOf(sections, "249")).toBe(2);
  expect(pageOf(sections, "gone")).toBe(0);
});
