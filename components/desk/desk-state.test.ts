import { expect, test } from "vitest";
import type { TextSelection } from "../article/article-view-props.ts";
import { type DeskAction, type DeskState, deskReducer, FRESH_DESK } from "./desk-state.ts";
import { focusToggled } from "./view/view.ts";

const selection: TextSelection = {
  range: { start: 0, end: 5 },
  box: { left: 0, top: 0, right: 10, bottom: 10 },
  by: "mouse",
};
const offer = { id: "a", at: selection, focus: false };
const after = (...actions: readonly DeskAction[]): DeskState =>
  actions.reduce(deskReducer, FRESH_DESK);

const marked = {
  type: "marked",
  offer,
  labelling: { kind: "claim", label: null },
  author: "ann",
} as const satisfies DeskAction;

test("[T1] marking selects the new annotation, lets the words go and offers its labels", () => {
  const state = after({ type: "selection", selection }, marked);
  expect(state).toMatchObject({ selected: "a", selection: null, offer: { id: "a" } });
});

test("[T1] an annotation that came with its label is offered none", () => {
  const state = after({ ...marked, labelling: { kind: "claim", label: "fact" } });
  expect(state).toMatchObject({ selected: "a", offer: null, last: { label: "fact" } });
});

test("[T2] the offer ends with a label, with other words, or with another annotation", () => {
  const label: DeskAction = { type: "labelled", labelling: { kind: "claim", label: "fact" } };
  expect(after(marked, label)).toMatchObject({ offer: null, last: { label: "fact" } });
  expect(after(marked, { type: "selection", selection }).offer).toBeNull();
  expect(after(marked, { type: "select", id: "b" }).offer).toBeNull();
});

test("[T2] the offer stays when the browser reports that the words were let go", () => {
  expect(after(marked, { type: "selection", selection: null }).offer).toEqual(offer);
});

test("[T3] Escape takes away one thing at a time", () => {
  const clear: DeskAction = { type: "clear" };
  const once = after(marked, clear);
  expect(once).toMatchObject({ offer: null, selected: "a" });
  expect(deskReducer(once, clear).selected).toBeNull();
});

test("[T4] pointing at the same annotations again changes nothing", () => {
  const state = after({ type: "hover", ids: ["a", "b"] });
  expect(deskReducer(state, { type: "hover", ids: ["a", "b"] })).toBe(state);
  expect(deskReducer(state, { type: "hover", ids: ["b"] }).hovered).toEqual(["b"]);
});

test("[T8] focus mode lets go of what it hides, and keeps what was marked in it", () => {
  const focus: DeskAction = { type: "view", view: focusToggled(FRESH_DESK.view) };
  expect(after(marked, focus)).toMatchObject({ selected: null, offer: null });
  const since = after(focus, marked);
  expect(since).toMatchObject({ selected: "a", view: { focus: new Set(["a"]) } });
  expect(deskReducer(since, { type: "view", view: since.view }).selected).toBe("a");
});

test("[T9] the brush stays in hand through what it marks, offers no labels, and ends with Escape", () => {
  const brush: DeskAction = { type: "brush", brush: { kind: "claim", label: null } };
  const painted = after(brush, { type: "selection", selection }, marked);
  expect(painted).toMatchObject({ brush: { kind: "claim" }, offer: null, selected: "a" });
  expect(deskReducer(painted, { type: "clear" })).toMatchObject({ brush: null, selected: "a" });
  expect(deskReducer(painted, { type: "edit", editing: true }).brush).toBeNull();
});

test("[T3] Escape lets go of what is chosen before it lets go of the focus", () => {
  const chosen = after(marked, { type: "choose", chosen: new Set(["a", "b"]) }, { type: "clear" });
  expect(chosen).toMatchObject({ chosen: new Set(), selected: "a" });
});

test("[T8] every mention is shown in focus mode, and the first of them is focused", () => {
  const focus: DeskAction = { type: "view", view: focusToggled(FRESH_DESK.view) };
  const labelling = { kind: "entity", label: null } as const;
  const mentioned = { type: "mentioned", ids: ["x", "y"], labelling, author: "ann" } as const;
  const state = after(focus, { type: "selection", selection }, mentioned);
  expect(state).toMatchObject({ selected: "x", selection: null, last: labelling });
  expect(state.view.focus).toEqual(new Set(["x", "y"]));
});
