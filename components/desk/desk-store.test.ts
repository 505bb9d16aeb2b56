import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { type DeskAction, FRESH_DESK } from "./desk-state.ts";
import { DeskStore } from "./desk-store.ts";

const MARKED: DeskAction = {
  type: "marked",
  offer: {
    id: "me/1",
    at: { range: { start: 0, end: 5 }, box: { left: 0, top: 0, right: 9, bottom: 9 }, by: "mouse" },
    focus: false,
  },
  labelling: { kind: "claim", label: null },
  author: "me",
};

let frames: (() => void)[];
beforeEach(() => {
  frames = [];
  vi.useFakeTimers();
  vi.stubGlobal("requestAnimationFrame", (act: () => void) => frames.push(act));
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function passFrame(): void {
  for (const act of frames.splice(0)) act();
  vi.advanceTimersByTime(0);
}

test("[T12] what was marked is known at once, and drawn behind its highlight", () => {
  const desk = new DeskStore(FRESH_DESK);
  desk.dispatch(MARKED);
  desk.dispatch({ type: "selection", selection: null });
  expect(desk.now().selected).toBe("me/1");
  expect(desk.drawn.get()).toBe(FRESH_DESK);
  passFrame();
  expect(desk.drawn.get()).toBe(desk.now());
});

test("[T12] a key that follows draws at once what came before it", () => {
  const desk = new DeskStore(FRESH_DESK);
  desk.dispatch(MARKED);
  desk.dispatch({ type: "codebook", open: false });
  expect(desk.drawn.get().selected).toBe("me/1");
});

test("[T12] a page that nobody sees is drawn, too", () => {
  const desk = new DeskStore(FRESH_DESK);
  desk.dispatch(MARKED);
  vi.advanceTimersByTime(200);
  expect(desk.drawn.get().selected).toBe("me/1");
});
