import { expect, test } from "vitest";
import * as Y from "yjs";
import { readHidden, readResolved, writeHidden, writeResolved } from "./article-state.ts";

test("[E1] a thread is settled by somebody at some time, and opened again", () => {
  const state = new Y.Doc();
  writeResolved(state, "ada/one", { by: "ben", at: 5 });
  writeResolved(state, "ada/two", { by: "ben", at: 6 });
  writeResolved(state, "ada/one", null);
  expect([...readResolved(state)]).toEqual([["ada/two", { by: "ben", at: 6 }]]);
});

test("[E2] an annotation is hidden for a reason, and shown again", () => {
  const state = new Y.Doc();
  writeHidden(state, "ada/one", { by: "ben", at: 5, reason: "Names a pupil" });
  expect(readHidden(state).get("ada/one")).toEqual({ by: "ben", at: 5, reason: "Names a pupil" });
  writeHidden(state, "ada/one", null);
  expect(readHidden(state).size).toBe(0);
});

test("[E3] what is malformed is passed over", () => {
  const state = new Y.Doc();
  state.getMap("hidden").set("ada/one", { by: "ben" });
  writeHidden(state, "ada/two", { by: "ben", at: 5, reason: "" });
  expect([...readHidden(state).keys()]).toEqual(["ada/two"]);
});
