import { expect, test } from "vitest";
import { annotationOf } from "#domain/annotation/annotation.test-kit.ts";
import { type Filter, labelKey, passes, SHOW_ALL, showing, showsAll, toggled } from "./filter.ts";

const fact = annotationOf({ label: "fact" });
const hiding = (part: Partial<Filter>): Filter => ({ ...SHOW_ALL, ...part });

test("[V1] a kind, a label or a person can be hidden, each without the others", () => {
  expect(passes(SHOW_ALL, fact)).toBe(true);
  expect(passes(hiding({ kinds: new Set(["claim"]) }), fact)).toBe(false);
  expect(passes(hiding({ kinds: new Set(["entity"]) }), fact)).toBe(true);
  expect(passes(hiding({ labels: new Set([labelKey("claim", "fact")]) }), fact)).toBe(false);
  expect(passes(hiding({ labels: new Set([labelKey("claim", "number")]) }), fact)).toBe(true);
  expect(passes(hiding({ people: new Set(["ann"]) }), fact)).toBe(false);
});

test("[V2] annotations without a label can be hidden by themselves", () => {
  const bare = hiding({ labels: new Set([labelKey("claim", null)]) });
  expect(passes(bare, { ...fact, label: null })).toBe(false);
  expect(passes(bare, fact)).toBe(true);
});

test("[V3] toggling twice shows everything again and leaves the first filter as it was", () => {
  const once = toggled(SHOW_ALL.people, "ann");
  expect([...once]).toEqual(["ann"]);
  expect(showsAll(hiding({ people: once }))).toBe(false);
  expect(showsAll(hiding({ people: toggled(once, "ann") }))).toBe(true);
  expect(SHOW_ALL.people.size).toBe(0);
});

test("[V4] what was just made is shown, whatever was hidden before", () => {
  const hidden = hiding({
    kinds: new Set(["claim", "entity"]),
    labels: new Set([labelKey("claim", "fact")]),
    people: new Set(["ann"]),
  });
  const shown = showing(hidden, fact);
  expect(passes(shown, fact)).toBe(true);
  expect([...shown.kinds]).toEqual(["entity"]);
});
