import fc from "fast-check";
import { expect, test } from "vitest";
import { POSTIL_CORE } from "./postil-core.ts";
import { KINDS, kindOf, labelOf, offeredLabels, type Scheme } from "./scheme.ts";
import { applyAll, someChanges } from "./scheme-changes.test-kit.ts";
import { addLabel, freeGlyph, freeId, giveStatus, moveLabel } from "./scheme-changes.ts";
import { parseScheme } from "./scheme-schema.ts";
import { following, mayFollow } from "./scheme-succession.ts";

const idsOf = (scheme: Scheme, id: (typeof KINDS)[number]): string[] =>
  kindOf(scheme, id).labels.map((label) => label.id);

test("[C1] whatever is changed, ids stay unique, none is lost, and what is retired stays retired", () => {
  fc.assert(
    fc.property(someChanges, (all) => {
      let before = POSTIL_CORE;
      for (const each of all) {
        const after = each(before);
        for (const id of KINDS) {
          expect(new Set(idsOf(after, id)).size).toBe(idsOf(after, id).length);
          expect(idsOf(after, id)).toEqual(expect.arrayContaining(idsOf(before, id)));
        }
        expect(mayFollow(before, after)).toBe(true);
        before = after;
      }
    }),
  );
});

test("[C2] whatever is changed, the keys are 1 to at most 8, in the order of the offered labels", () => {
  fc.assert(
    fc.property(someChanges, (all) => {
      for (const each of applyAll(POSTIL_CORE, all).kinds) {
        const offered = offeredLabels(each);
        expect(offered.length).toBeLessThanOrEqual(8);
        expect(offered.map(({ key }) => key)).toEqual(offered.map((_, index) => `${index + 1}`));
      }
    }),
  );
});

test("[C3] whatever is changed, the scheme can be read", () => {
  fc.assert(
    fc.property(someChanges, (all) => {
      const scheme = applyAll(POSTIL_CORE, all);
      expect(parseScheme(JSON.parse(JSON.stringify(scheme)))).toEqual({ ok: true, scheme });
    }),
  );
});

test("[C4] a scheme brought in from elsewhere may follow any other", () => {
  fc.assert(
    fc.property(someChanges, someChanges, (here, there) => {
      const before = applyAll(POSTIL_CORE, here);
      const next = following(before, applyAll(POSTIL_CORE, there));
      expect(mayFollow(before, next)).toBe(true);
      expect(parseScheme(next)).toMatchObject({ ok: true });
      expect(next.version).toBe(before.version);
    }),
  );
});

test("[C4] labels that the other one lacks are hidden, and a retired id is not given again", () => {
  const added = addLabel(POSTIL_CORE, "claim", { name: "Rumour" });
  const before = giveStatus(added, "claim", "fact", "retired");
  const next = following(before, POSTIL_CORE);
  expect(labelOf(next, "claim", "rumour")).toMatchObject({ status: "hidden" });
  expect(labelOf(next, "claim", "fact")).toMatchObject({ status: "retired" });
  expect(offeredLabels(kindOf(next, "claim"))[0]).toMatchObject({
    id: "checkable-fact",
    name: "Checkable fact",
    key: "1",
  });
});

test("[C1] an id is made of the name's letters, whatever its script", () => {
  expect(freeId([], "Loaded  word!")).toBe("loaded-word");
  expect(freeId([], "Übertreibung")).toBe("ubertreibung");
  expect(freeId([], "رأي")).toBe("label");
  expect(freeId([{ id: "fact" }, { id: "fact-2" }], "Fact")).toBe("fact-3");
});

test("[C5] a new label has a glyph of its own as far as two letters allow", () => {
  expect(freeGlyph([], "rumour")).toBe("R");
  expect(freeGlyph([{ glyph: "R" }], "rumour")).toBe("Ru");
  expect(freeGlyph([], "…")).toBe("?");
});

test("[C2] a ninth label is hidden, and can be offered once another is not", () => {
  const nine = addLabel(POSTIL_CORE, "framing", { name: "Ninth" });
  expect(labelOf(nine, "framing", "ninth")?.status).toBe("hidden");
  expect(giveStatus(nine, "framing", "ninth", "offered")).toBe(nine);
  const room = giveStatus(nine, "framing", "loaded", "hidden");
  const offered = giveStatus(room, "framing", "ninth", "offered");
  expect(offeredLabels(kindOf(offered, "framing")).at(-1)).toMatchObject({ id: "ninth", key: "8" });
});

test("[C6] a label moves past retired ones, and stays at either end", () => {
  const gap = giveStatus(POSTIL_CORE, "claim", "number", "retired");
  const moved = moveLabel(gap, "claim", "fact", 1);
  expect(offeredLabels(kindOf(moved, "claim")).map(({ id }) => id)).toEqual([
    ...["cause", "fact", "rule", "prediction", "intent", "opinion"],
  ]);
  expect(moveLabel(moved, "claim", "cause", -1)).toBe(moved);
  expect(moveLabel(moved, "claim", "opinion", 1)).toBe(moved);
});
