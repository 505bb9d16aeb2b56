import fc from "fast-check";
import { expect, test } from "vitest";
import { POSTIL_CORE } from "./postil-core.ts";
import { kindOf, labelOf, offeredLabels, type Scheme } from "./scheme.ts";
import { applyAll, someChanges } from "./scheme-changes.test-kit.ts";
import { addLabel, changeKind, changeLabel, giveStatus, moveLabel } from "./scheme-changes.ts";
import { mergedSchemes } from "./scheme-merge.ts";
import { parseScheme } from "./scheme-schema.ts";
import { mayFollow } from "./scheme-succession.ts";

const merge = (mine: Scheme, theirs: Scheme): Scheme => mergedSchemes(POSTIL_CORE, mine, theirs);

test("[C10] whatever two people do, both together may follow the other's, and can be read", () => {
  fc.assert(
    fc.property(someChanges, someChanges, (one, other) => {
      const [mine, theirs] = [applyAll(POSTIL_CORE, one), applyAll(POSTIL_CORE, other)];
      const merged = merge(mine, theirs);
      expect(mayFollow(theirs, merged)).toBe(true);
      expect(parseScheme(merged)).toEqual({ ok: true, scheme: merged });
    }),
  );
});

test("[C10] where only one of them did something, that counts", () => {
  fc.assert(
    fc.property(someChanges, (all) => {
      const changed = applyAll(POSTIL_CORE, all);
      expect(merge(POSTIL_CORE, changed)).toEqual(changed);
      expect(merge(changed, POSTIL_CORE)).toEqual(changed);
    }),
    { numRuns: 300 },
  );
});

test("[C10] a new label stays where it was put", () => {
  const added = addLabel(POSTIL_CORE, "claim", { name: "Rumour" });
  const moved = moveLabel(added, "claim", "rumour", -1);
  expect(moved).not.toEqual(added);
  expect(merge(moved, POSTIL_CORE)).toEqual(moved);
  expect(merge(POSTIL_CORE, moved)).toEqual(moved);
});

test("[C10] what each changed in one label stays; of the same part mine counts", () => {
  const mine = changeLabel(POSTIL_CORE, "claim", "fact", { name: "Mine", question: "Mine?" });
  const theirs = changeLabel(POSTIL_CORE, "claim", "fact", { name: "Theirs", glyph: "T" });
  expect(labelOf(merge(mine, theirs), "claim", "fact")).toMatchObject({
    name: "Mine",
    question: "Mine?",
    glyph: "T",
  });
  const { colours } = kindOf(POSTIL_CORE, "framing");
  const coloured = changeKind(theirs, "claim", { colours });
  expect(kindOf(merge(mine, coloured), "claim").colours).toEqual(colours);
});

test("[C10] two new labels of one name are both there, unless they are the same", () => {
  const mine = addLabel(POSTIL_CORE, "claim", { name: "Rumour", definition: "Mine." });
  const theirs = addLabel(POSTIL_CORE, "claim", { name: "Rumour" });
  const merged = kindOf(merge(mine, theirs), "claim");
  expect(
    merged.labels
      .slice(-2)
      .map(({ id }) => id)
      .toSorted(),
  ).toEqual(["rumour", "rumour-2"]);
  expect(offeredLabels(merged)).toHaveLength(8);
  expect(merge(mine, mine)).toEqual(mine);
});

test("[C10] what they retired stays so, and a moved label stays where it was moved", () => {
  const theirs = giveStatus(POSTIL_CORE, "claim", "fact", "retired");
  const mine = changeLabel(POSTIL_CORE, "claim", "fact", { name: "Mine" });
  expect(labelOf(merge(mine, theirs), "claim", "fact")).toMatchObject({ status: "retired" });
  const moved = moveLabel(POSTIL_CORE, "entity", "org", -1);
  const first = (scheme: Scheme) => offeredLabels(kindOf(scheme, "entity"))[0]?.id;
  expect(first(merge(moved, theirs))).toBe("org");
  expect(first(merge(mine, moved))).toBe("org");
});
