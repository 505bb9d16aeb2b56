import { expect, test } from "vitest";
import { POSTIL_CORE } from "#domain/scheme/postil-core.ts";
import { labelOf, type Scheme } from "#domain/scheme/scheme.ts";
import { addLabel, changeLabel, changeScheme, giveStatus } from "#domain/scheme/scheme-changes.ts";
import { parseScheme } from "#domain/scheme/scheme-schema.ts";
import { mayFollow } from "#domain/scheme/scheme-succession.ts";
import {
  type Draft,
  type DraftAction,
  draftReducer,
  freshDraft,
  savable,
  unsaved,
} from "./draft.ts";

const after = (...actions: readonly DraftAction[]): Draft =>
  actions.reduce(draftReducer, freshDraft(POSTIL_CORE));
const named = (name: string): Scheme => changeScheme(POSTIL_CORE, { name });
const change = (to: Scheme, field?: string): DraftAction =>
  field === undefined ? { type: "change", to } : { type: "change", to, field };
const [undo, redo] = [{ type: "undo" }, { type: "redo" }] as const;

test("[B6] every change is a step back, and typing on in one field is one step", () => {
  const typed = after(change(named("N"), "name"), change(named("Na"), "name"));
  expect(typed.past).toHaveLength(1);
  expect(draftReducer(typed, undo).now).toBe(POSTIL_CORE);
  expect(after(change(named("N"), "name"), change(named("Na"), "glyph")).past).toHaveLength(2);
  expect(after(change(named("A")), change(named("B"))).past).toHaveLength(2);
  expect(after(change(named("N"), "name"), undo, change(named("M"), "name")).past).toHaveLength(1);
});

test("[B6] what was taken back comes again, until something else is done", () => {
  const both = after(change(named("A")), change(named("B")));
  expect(draftReducer(draftReducer(both, undo), redo).now.name).toBe("B");
  expect(
    draftReducer(draftReducer(draftReducer(both, undo), change(named("C"))), redo).now.name,
  ).toBe("C");
  expect(after(undo).now).toBe(POSTIL_CORE);
  expect(after(redo).now).toBe(POSTIL_CORE);
  expect(after(change(POSTIL_CORE)).past).toEqual([]);
});

test("[B6] discarding is a step, too", () => {
  const discarded = after(change(named("A")), { type: "discard" });
  expect(unsaved(discarded)).toBeNull();
  expect(draftReducer(discarded, undo).now.name).toBe("A");
});

test("[B7] empty lines are not saved, and an empty line alone is no change", () => {
  const typing = changeLabel(POSTIL_CORE, "claim", "fact", {
    counterExamples: [...(labelOf(POSTIL_CORE, "claim", "fact")?.counterExamples ?? []), "", " "],
  });
  expect(unsaved(after(change(typing)))).toBeNull();
  expect(parseScheme(savable(after(change(typing))))).toMatchObject({ ok: true });
});

test("[B7] what was saved and then taken back can be saved: its new label is hidden", () => {
  const added = addLabel(POSTIL_CORE, "claim", { name: "Rumour" });
  const saved = { ...added, version: 2 };
  const back = after(change(added), { type: "saved", sent: added, scheme: saved }, undo);
  expect(back.now).toBe(POSTIL_CORE);
  expect(mayFollow(saved, savable(back))).toBe(true);
  expect(labelOf(savable(back), "claim", "rumour")?.status).toBe("hidden");
});

test("[B7] what is typed while it is being saved is not lost, and not saved yet", () => {
  const scheme = { ...named("A"), version: 2 };
  const typedOn = changeScheme(named("A"), { questions: ["Who is missing?"] });
  const done = after(change(named("A")), change(typedOn), {
    ...{ type: "saved", sent: named("A"), scheme },
  });
  expect(done.now).toMatchObject({ name: "A", version: 2, questions: ["Who is missing?"] });
  expect(unsaved(done)).not.toBeNull();
});

test("[B8] what somebody else saved meanwhile is there together with one's own, and no step of it", () => {
  const theirs = { ...giveStatus(POSTIL_CORE, "claim", "fact", "hidden"), version: 2 };
  const met = after(change(named("Mine")), { type: "met", theirs });
  expect(met.now).toMatchObject({ name: "Mine", version: 2 });
  expect(labelOf(met.now, "claim", "fact")?.status).toBe("hidden");
  expect(unsaved(met)).toMatchObject({ reworded: true, kinds: [] });
  expect(draftReducer(met, undo)).toBe(met);
  expect(unsaved(after({ type: "met", theirs }))).toBeNull();
});
