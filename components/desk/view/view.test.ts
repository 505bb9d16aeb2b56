import { beforeEach, expect, test } from "vitest";
import { annotationOf } from "#domain/annotation/annotation.test-kit.ts";
import { viewKey } from "../../article/painting/view-key.ts";
import { keep, recall } from "../../ui/browser-memory.ts";
import { SHOW_ALL } from "./filter.ts";
import { keepView, recallView } from "./kept-view.ts";
import { FRESH_VIEW, focusToggled, shownIn, type View, viewWith } from "./view.ts";

const fact = annotationOf({ id: "ann/1", label: "fact" });
const open = () => "open" as const;
const chosen: View = {
  look: "heat",
  filter: {
    kinds: new Set(["entity"]),
    labels: new Set(["claim/fact"]),
    people: new Set(["ben"]),
    statuses: new Set(["resolved"]),
    heats: new Set([1]),
  },
  focus: null,
};

beforeEach(() => keep(viewKey("ann"), null));

test("[V5] in focus mode only what was marked since is shown, until it is turned off", () => {
  const focused = focusToggled({
    ...FRESH_VIEW,
    filter: { ...SHOW_ALL, kinds: new Set(["claim"]) },
  });
  expect(shownIn(focused, open)(fact)).toBe(false);
  const marked = viewWith(focused, fact);
  expect(shownIn(marked, open)(fact)).toBe(true);
  expect(shownIn(marked, open)({ ...fact, id: "ben/1" })).toBe(false);
  expect(focusToggled(marked)).toEqual({ ...focused, focus: null });
  expect(shownIn(focusToggled(marked), open)(fact)).toBe(false);
});

test("[V6] a status can be hidden", () => {
  const view = { ...FRESH_VIEW, filter: { ...SHOW_ALL, statuses: new Set(["resolved"] as const) } };
  expect(shownIn(view, () => "resolved")(fact)).toBe(false);
  expect(shownIn(view, open)(fact)).toBe(true);
});

test("[V7] a view is kept for each person, and nothing is kept of a fresh one", () => {
  keepView("ann", chosen);
  expect(recallView("ann")).toEqual(chosen);
  expect(recallView("ben")).toEqual(FRESH_VIEW);
  keepView("ann", FRESH_VIEW);
  expect(recall(viewKey("ann"))).toBeNull();
});

test("[V7] focus mode is kept, what was marked in it is not", () => {
  keepView("ann", viewWith(focusToggled(FRESH_VIEW), fact));
  expect(recallView("ann")).toEqual({ ...FRESH_VIEW, focus: new Set() });
});

test("[V7] what cannot be read is a fresh view", () => {
  for (const text of ["", "{", "[]", '{"look":"rainbow","focus":false}']) {
    keep(viewKey("ann"), text);
    expect(recallView("ann")).toEqual(FRESH_VIEW);
  }
});
