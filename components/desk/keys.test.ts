import { expect, test } from "vitest";
import { DEFAULT_KEYS, type KeyTable } from "../keys/key-table.ts";
import { type Command, commandOf, type Press, type Situation, type Spot } from "./keys.ts";

const NOTHING: Situation = {
  selection: false,
  focused: null,
  chosen: false,
  brush: false,
  editing: false,
  rightToLeft: false,
};
const SELECTION: Situation = { ...NOTHING, selection: true };
const OWN: Situation = { ...NOTHING, focused: "own" };
const OTHER: Situation = { ...NOTHING, focused: "other" };

const press = (code: string, key: string, more: Partial<Press> = {}): Press => ({
  code,
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  repeat: false,
  isComposing: false,
  spot: "article",
  ...more,
});
const ask = (pressed: Press, situation: Situation, keys: KeyTable = DEFAULT_KEYS): Command | null =>
  commandOf(keys, pressed, situation);

test("[K1] c, e and f mark what is selected, and change the kind of one's own focused annotation", () => {
  expect(ask(press("KeyC", "c"), SELECTION)).toEqual({ do: "mark", kind: "claim" });
  expect(ask(press("KeyE", "e"), SELECTION)).toEqual({ do: "mark", kind: "entity" });
  expect(ask(press("KeyF", "f"), OWN)).toEqual({ do: "mark", kind: "framing" });
  expect(ask(press("KeyC", "c"), OTHER)).toBeNull();
});

test("[K2] letters work by place on layouts without Latin letters, and as typed on Dvorak", () => {
  expect(ask(press("KeyC", "с"), SELECTION)).toEqual({ do: "mark", kind: "claim" }); // Russian
  expect(ask(press("KeyF", "ب"), SELECTION)).toEqual({ do: "mark", kind: "framing" });
  expect(ask(press("KeyI", "c"), SELECTION)).toEqual({ do: "mark", kind: "claim" }); // Dvorak
  expect(ask(press("KeyC", "j"), SELECTION)).toBeNull();
  expect(ask(press("Period", "ю"), SELECTION)).toEqual({ do: "repeat" });
});

test("[K3] digits label one's own annotation from the upper row and the number pad, French too", () => {
  expect(ask(press("Digit2", "2"), OWN)).toEqual({ do: "label", digit: "2" });
  expect(ask(press("Digit2", "é"), OWN)).toEqual({ do: "label", digit: "2" });
  expect(ask(press("Numpad3", "3"), OWN)).toEqual({ do: "label", digit: "3" });
  expect(ask(press("Numpad1", "End"), OWN)).toBeNull();
  expect(ask(press("Digit2", "2"), OTHER)).toBeNull();
});

test("[K4] single letters mean nothing on a button while nothing is selected, and work elsewhere", () => {
  for (const code of ["KeyC", "KeyN", "KeyP", "KeyU", "KeyH", "KeyL", "Period", "Digit1"]) {
    const key = code === "Period" ? "." : code.slice(-1).toLowerCase();
    expect(ask(press(code, key, { spot: "control" }), NOTHING)).toBeNull();
  }
  for (const [code, key] of [
    ["KeyC", "c"],
    ["Period", "."],
    ["Digit1", "1"],
  ] as const) {
    expect(ask(press(code, key, { spot: "page" }), NOTHING)).toBeNull();
  }
  expect(ask(press("KeyN", "n", { spot: "page" }), NOTHING)).toEqual({ do: "next" });
  expect(ask(press("Slash", "?", { spot: "page", shiftKey: true }), NOTHING)).toEqual({
    do: "help",
  });
  expect(ask(press("KeyN", "n"), NOTHING)).toEqual({ do: "next" });
  expect(ask(press("KeyP", "p", { spot: "card" }), NOTHING)).toEqual({ do: "previous" });
});

test("[K5] nothing is taken from a text field, from a shortcut of the browser, or from composing", () => {
  const field: { spot: Spot } = { spot: "field" };
  for (const situation of [SELECTION, OWN]) {
    for (const [code, key] of [
      ["KeyC", "c"],
      ["Delete", "Delete"],
      ["Escape", "Escape"],
    ] as const) {
      expect(ask(press(code, key, field), situation)).toBeNull();
    }
    expect(ask(press("KeyC", "c", { ctrlKey: true }), situation)).toBeNull();
    expect(ask(press("KeyC", "c", { metaKey: true }), situation)).toBeNull();
    expect(ask(press("KeyC", "c", { altKey: true }), situation)).toBeNull();
    expect(ask(press("KeyC", "c", { isComposing: true }), situation)).toBeNull();
  }
});

test("[K6] undo and redo work everywhere except in fields and while the text is edited", () => {
  expect(ask(press("KeyZ", "z", { ctrlKey: true, spot: "page" }), NOTHING)).toEqual({ do: "undo" });
  expect(ask(press("KeyZ", "Z", { metaKey: true, shiftKey: true }), NOTHING)).toEqual({
    do: "redo",
  });
  expect(ask(press("KeyY", "y", { ctrlKey: true }), NOTHING)).toEqual({ do: "redo" });
  expect(ask(press("KeyZ", "z", { ctrlKey: true, spot: "field" }), NOTHING)).toBeNull();
  expect(ask(press("KeyZ", "z", { ctrlKey: true }), { ...NOTHING, editing: true })).toBeNull();
});

test("[K7] Delete acts on one's own annotation only, Enter writes its note or replies to another's and leaves buttons alone", () => {
  expect(ask(press("Delete", "Delete"), OWN)).toEqual({ do: "remove" });
  expect(ask(press("Backspace", "Backspace"), OTHER)).toBeNull();
  expect(ask(press("Enter", "Enter"), OWN)).toEqual({ do: "note" });
  expect(ask(press("Enter", "Enter"), OTHER)).toEqual({ do: "reply" });
  expect(ask(press("Enter", "Enter", { spot: "control" }), OWN)).toBeNull();
});

test("[K8] a key held down marks once, but walks on", () => {
  expect(ask(press("KeyC", "c", { repeat: true }), SELECTION)).toBeNull();
  expect(ask(press("KeyN", "n", { repeat: true }), OWN)).toEqual({ do: "next" });
});

test("[K9] h hides all marks and shows them again, once for each press", () => {
  expect(ask(press("KeyH", "h"), NOTHING)).toEqual({ do: "focus" });
  expect(ask(press("KeyH", "h", { spot: "card" }), NOTHING)).toEqual({ do: "focus" });
  expect(ask(press("KeyH", "h", { repeat: true }), NOTHING)).toBeNull();
});

test("[K10] l opens the list from the article and from a card, once for each press", () => {
  expect(ask(press("KeyL", "l"), NOTHING)).toEqual({ do: "list" });
  expect(ask(press("KeyL", "l", { spot: "card" }), OTHER)).toEqual({ do: "list" });
  expect(ask(press("KeyL", "l", { repeat: true }), NOTHING)).toBeNull();
});

test("[K11] a key that was given away does what it was given to, and one switched off does nothing", () => {
  const keys = { ...DEFAULT_KEYS, claim: "j", next: null, menu: "c" };
  expect(ask(press("KeyJ", "j"), SELECTION, keys)).toEqual({ do: "mark", kind: "claim" });
  expect(ask(press("KeyJ", "о"), SELECTION, keys)).toEqual({ do: "mark", kind: "claim" });
  expect(ask(press("KeyC", "c"), SELECTION, keys)).toEqual({ do: "menu" });
  expect(ask(press("KeyN", "n"), SELECTION, keys)).toBeNull();
});

test("[K12] Shift and a kind's key take up the brush; in hand, it takes kinds and digits", () => {
  const shifted = { shiftKey: true };
  const brushed = { ...NOTHING, brush: true };
  expect(ask(press("KeyE", "E", shifted), NOTHING)).toEqual({ do: "brush-kind", kind: "entity" });
  expect(ask(press("KeyN", "N", shifted), NOTHING)).toBeNull();
  expect(ask(press("KeyB", "b"), NOTHING)).toEqual({ do: "brush" });
  expect(ask(press("KeyF", "f", { spot: "page" }), brushed)).toEqual({
    do: "mark",
    kind: "framing",
  });
  expect(ask(press("Digit2", "2", { spot: "page" }), brushed)).toEqual({ do: "label", digit: "2" });
  expect(ask(press("Digit2", "2"), NOTHING)).toBeNull();
});

test("[K13] Shift and arrows move an end of one's own focused annotation, along the script", () => {
  const right = (more: Partial<Press>) =>
    press("ArrowRight", "ArrowRight", { shiftKey: true, ...more });
  const end = { do: "adjust", edge: "end", by: 1, unit: "character" };
  expect(ask(right({}), OWN)).toEqual(end);
  expect(ask(right({ repeat: true, spot: "card" }), OWN)).toEqual(end);
  expect(ask(right({ ctrlKey: true }), OWN)).toEqual({ ...end, unit: "word" });
  expect(ask(right({ altKey: true }), OWN)).toEqual({ ...end, edge: "start" });
  expect(ask(right({}), { ...OWN, rightToLeft: true })).toEqual({ ...end, by: -1 });
  expect(ask(right({ spot: "field" }), OWN)).toBeNull();
  expect(ask(right({}), { ...OWN, selection: true })).toBeNull();
  expect(ask(right({}), OTHER)).toBeNull();
});

test("[K14] what is chosen is deleted and relabelled, and Ctrl A chooses all from a card only", () => {
  const chosen = { ...NOTHING, chosen: true };
  const all = press("KeyA", "a", { ctrlKey: true });
  expect(ask(press("Delete", "Delete"), chosen)).toEqual({ do: "remove" });
  expect(ask(press("KeyC", "c"), chosen)).toEqual({ do: "mark", kind: "claim" });
  expect(ask(press("Enter", "Enter"), chosen)).toBeNull();
  expect(ask({ ...all, spot: "card" }, OTHER)).toEqual({ do: "choose-all" });
  expect(ask(all, OTHER)).toBeNull();
  expect(ask(press("KeyX", "x"), OTHER)).toEqual({ do: "choose" });
});

test("[K15] r replies to the focused annotation, whoever's it is", () => {
  expect(ask(press("KeyR", "r"), OTHER)).toEqual({ do: "reply" });
  expect(ask(press("KeyR", "r"), OWN)).toEqual({ do: "reply" });
  expect(ask(press("KeyR", "r"), SELECTION)).toBeNull();
});
