import { beforeEach, expect, test } from "vitest";
import { recall } from "../ui/browser-memory.ts";
import { type Arrival, beforeOf, readyStage } from "./arrival.ts";
import { leaveAnnotated, leftAnnotated } from "./held-files.ts";
import {
  arrivalOf,
  goneElsewhere,
  keepArrivals,
  NOTHING_TYPED,
  putBack,
  recallKept,
  takeOut,
} from "./kept-arrivals.ts";
import { forgetKept, KEPT_KEY } from "./kept-key.ts";
import { toggle } from "./trim.ts";

const CAME = {
  ...{ id: "import", title: "The harbour", byline: null, published: null, source: null },
  ...{ language: null, blocks: [{ text: "The harbour" }, { text: "Words" }] },
  ...{ content: [], notices: [] },
};
const HOUR = 60 * 60 * 1000;

const address = { what: "address", address: "https://harbour.example" } as const;
const file = { what: "file", file: new File(["x"], "gulls.md") } as const;
const words = { what: "words", plain: "Bees dance", html: null, as: "plain" } as const;

const arrival = (id: string, given: Arrival["given"], stage: Arrival["stage"]): Arrival => ({
  ...{ id, given, stage, kept: null },
});

const trimmed = (): Arrival => {
  const ready = readyStage(CAME);
  const trim = toggle(ready.draft.trim, 1, false);
  return arrival("a", address, { ...ready, draft: { ...ready.draft, title: "Our harbour", trim } });
};

const page = (all: readonly Arrival[], typed = NOTHING_TYPED) => ({
  ...{ person: "ada", space: "class", all, typed },
});

beforeEach(forgetKept);

test("[B12] what came is kept as it was trimmed and named, and taken up again", () => {
  keepArrivals(page([trimmed()]), new Set(), 0);
  const [kept] = recallKept("ada", HOUR)?.arrivals ?? [];
  expect(kept).toMatchObject({ name: "Our harbour", given: address, import: "import" });
  const again = kept && arrivalOf(kept);
  expect(again).toMatchObject({ id: "a", stage: { at: "waiting" }, kept: { import: "import" } });
  const { draft } = readyStage({ ...CAME, id: "anew" }, again?.kept?.before);
  expect(draft).toMatchObject({ title: "Our harbour", trim: { out: new Set([1]) } });
  // the page that changed meanwhile comes whole
  const changed = { ...CAME, blocks: [{ text: "The harbour" }, { text: "Other words" }] };
  expect(readyStage(changed, again?.kept?.before).draft.trim.out).toEqual(new Set());
});

test("[B12] what was on its way begins anew; of a file that is its name", () => {
  const waiting = [arrival("a", words, { at: "waiting" }), arrival("b", file, { at: "reading" })];
  const refused = arrival("c", address, { at: "refused", sentence: "No." });
  keepArrivals(page([...waiting, refused]), new Set(), 0);
  expect(recallKept("ada", 0)?.arrivals).toMatchObject([
    { id: "a", given: words, import: null, before: null },
    { id: "b", given: { what: "lost-file", name: "gulls.md" }, name: "gulls.md" },
  ]);
});

test("[B12] a walk through the app keeps the file itself, for the same person", () => {
  const waiting = [arrival("b", file, { at: "reading" })];
  const taken = () => recallKept("ada", 0)?.arrivals.map((kept) => arrivalOf(kept).given);
  const its = new Set<string>();
  keepArrivals(page(waiting), its, 0);
  expect(taken()).toEqual([file]);
  keepArrivals(page([]), its, 0);
  keepArrivals(
    page([arrival("b", { what: "lost-file", name: "gulls.md" }, { at: "reading" })]),
    its,
    0,
  );
  expect(taken()).toEqual([{ what: "lost-file", name: "gulls.md" }]);
  leaveAnnotated({ person: "ada", files: [file.file], chosen: null });
  expect(leftAnnotated("ada")?.files).toEqual([file.file]);
  expect(leftAnnotated("ben")).toBeNull();
  expect(leftAnnotated("ada")).toBeNull();
});

test("[B12] nobody else finds it, and it is gone then, as it is after a day", () => {
  keepArrivals(page([trimmed()]), new Set(), 0);
  expect(recallKept("ada", 23 * HOUR)?.arrivals).toHaveLength(1);
  expect(recallKept("ada", 24 * HOUR)?.arrivals).toHaveLength(0);
  expect(recallKept("ben", 0)).toBeNull();
  expect(recall(KEPT_KEY)).toBeNull();
  keepArrivals(page([trimmed()]), new Set(), 0);
  forgetKept();
  expect(recallKept("ada", 0)).toBeNull();
});

test("[B12] each page keeps its own, and nothing when all is added", () => {
  const [one, other] = [new Set<string>(), new Set<string>()];
  const second = { ...trimmed(), id: "b" };
  keepArrivals(page([trimmed()]), one, 0);
  keepArrivals(page([second]), other, 0);
  expect(goneElsewhere("ada", one)).toEqual([]);
  takeOut("ada", new Set(["a"]), 0); // another page added it
  expect([goneElsewhere("ada", one), goneElsewhere("ada", other)]).toEqual([["a"], []]);
  keepArrivals(page([trimmed()]), one, 0);
  expect(recallKept("ada", 0)?.arrivals.map(({ id }) => id)).toEqual(["b", "a"]);
  keepArrivals(page([]), one, 0);
  expect(recallKept("ada", 0)?.arrivals.map(({ id }) => id)).toEqual(["b"]);
  keepArrivals(page([]), other, 0);
  expect(recall(KEPT_KEY)).toBeNull();
});

test("[B12] what is thrown away goes, and comes back with one step", () => {
  keepArrivals(page([trimmed(), { ...trimmed(), id: "b" }]), new Set(), 0);
  const taken = takeOut("ada", new Set(["a"]), 0);
  expect(recallKept("ada", 0)?.arrivals.map(({ id }) => id)).toEqual(["b"]);
  if (taken) putBack(taken, 0);
  expect(recallKept("ada", 0)?.arrivals.map(({ id }) => id)).toEqual(["b", "a"]);
});

test("[B12] what was typed is kept until it is brought in", () => {
  const typed = { address: "harbour.example", text: "Bees" };
  keepArrivals(page([], typed), new Set(), 0);
  expect(recallKept("ada", 0)?.typed).toEqual(typed);
  keepArrivals(page([trimmed()], typed), new Set(), 0);
  expect(recallKept("ada", 0)?.typed).toEqual({ address: "", text: "Bees" });
});

test("[B12] what was taken up and cannot be had just now stays kept", () => {
  const kept = { import: "import", before: beforeOf(readyStage(CAME)) };
  const refused = { ...trimmed(), kept, stage: { at: "refused", sentence: "No." } } as const;
  keepArrivals(page([refused]), new Set(), 0);
  expect(recallKept("ada", 0)?.arrivals).toMatchObject([{ id: "a", import: "import" }]);
});
