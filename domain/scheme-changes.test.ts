import fc from "fast-check";
import { expect, test } from "vitest";
import { POSTIL_CORE } from "./postil-core.ts";
import { KINDS, kindOf, LABEL_STATUSES, labelOf, offeredLabels, type Scheme } from "./scheme.ts";
import {
  addLabel,
  changeKind,
  changeLabel,
  changeScheme,
  freeGlyph,
  freeId,
  giveStatus,
  moveLabel,
} from "./scheme-changes.ts";
import { parseScheme } from "./scheme-schema.ts";
import { following, mayFollow } from "./scheme-succession.ts";

type Change = (scheme: Scheme) => Scheme;

const kind = fc.constantFrom(...KINDS);
const name = fc.constantFrom("Fact", "Loaded word", "Änderung", "رأي", "🙂", "x".repeat(60));

/** The id of any label that the scheme has, or one that it lacks. */
const labelIn = (scheme: Scheme, id: (typeof KINDS)[number], at: number): string =>
  kindOf(scheme, id).labels[at]?.id ?? "nobody";

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind, name }).map(
    (each): Change =>
      (scheme) =>
        addLabel(scheme, each.kind, { name: each.name }),
  ),
  fc.record({ kind, at: fc.nat(12), name }).map(
    (each): Change =>
      (scheme) =>
        changeLabel(scheme, each.kind, labelIn(scheme, each.kind, each.at), { name: each.name }),
  ),
  fc.record({ kind, at: fc.nat(12), status: fc.constantFrom(...LABEL_STATUSES) }).map(
    (each): Change =>
      (scheme) =>
        giveStatus(scheme, each.kind, labelIn(scheme, each.kind, each.at), each.status),
  ),
  fc.record({ kind, at: fc.nat(12), by: fc.constantFrom<1 | -1>(1, -1) }).map(
    (each): Change =>
      (scheme) =>
        moveLabel(scheme, each.kind, labelIn(scheme, each.kind, each.at), each.by),
  ),
  fc.record({ kind, name }).map(
    (each): Change =>
      (scheme) =>
        changeKind(scheme, each.kind, { name: each.name }),
  ),
  name.map(
    (each): Change =>
      (scheme) =>
        changeScheme(scheme, { name: each, questions: [each] }),
  ),
);

const changes = fc.array(change, { maxLength: 40 });

const apply = (scheme: Scheme, all: readonly Change[]): Scheme =>
  all.reduce((now, each) => each(now), scheme);

const idsOf = (scheme: Scheme, id: (typeof KINDS)[number]): string[] =>
  kindOf(scheme, id).labels.map((label) => label.id);

test("[C1] whatever is changed, ids stay unique, none is lost, and what is retired stays retired", () => {
  fc.assert(
    fc.property(changes, (all) => {
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
    fc.property(changes, (all) => {
      for (const each of apply(POSTIL_CORE, all).kinds) {
        const offered = offeredLabels(each);
        expect(offered.length).toBeLessThanOrEqual(8);
        expect(offered.map(({ key }) => key)).toEqual(offered.map((_, index) => `${index + 1}`));
      }
    }),
  );
});

test("[C3] whatever is changed, the scheme can be read", () => {
  fc.assert(
    fc.property(changes, (all) => {
      const scheme = apply(POSTIL_CORE, all);
      expect(parseScheme(JSON.parse(JSON.stringify(scheme)))).toEqual({ ok: true, scheme });
    }),
  );
});

test("[C4] a scheme brought in from elsewhere may follow any other", () => {
  fc.assert(
    fc.property(changes, changes, (here, there) => {
      const before = apply(POSTIL_CORE, here);
      const next = following(before, apply(POSTIL_CORE, there));
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
