import { expect, test } from "vitest";
import * as Y from "yjs";
import {
  decidersOf,
  forgetDecisions,
  readDecisions,
  readHidden,
  readHiding,
  readReplyHiding,
  readResolution,
  readResolved,
  watchState,
  writeHidden,
  writeLock,
  writeReplyHidden,
  writeResolved,
} from "./article-state.ts";

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

test("[E2] a reply is hidden for a reason, and shown again; an annotation of the same name is not", () => {
  const state = new Y.Doc();
  const hiding = { by: "ben", at: 5, reason: "Names a pupil" };
  writeReplyHidden(state, "ada/one", hiding);
  expect(readReplyHiding(state, "ada/one")).toEqual(hiding);
  expect(readHiding(state, "ada/one")).toBeNull();
  expect([...decidersOf(readDecisions(state))]).toEqual(["ben"]);
  writeReplyHidden(state, "ada/one", null);
  expect(readDecisions(state).hiddenReplies.size).toBe(0);
});

test("[E3] what is malformed is passed over", () => {
  const state = new Y.Doc();
  state.getMap("hidden").set("ada/one", { by: "ben" });
  writeHidden(state, "ada/two", { by: "ben", at: 5, reason: "" });
  expect([...readHidden(state).keys()]).toEqual(["ada/two"]);
});

test("[E3] one entry is read like all of them", () => {
  const state = new Y.Doc();
  state.getMap("resolved").set("ada/one", { by: "ben" });
  writeResolved(state, "ada/two", { by: "ben", at: 5 });
  writeHidden(state, "ada/three", { by: "ben", at: 5, reason: "Names a pupil" });
  expect(readResolution(state, "ada/one")).toBeNull();
  expect(readResolution(state, "ada/two")).toEqual({ by: "ben", at: 5 });
  expect(readHiding(state, "ada/three")?.reason).toBe("Names a pupil");
  expect([...decidersOf(readDecisions(state))]).toEqual(["ben"]);
});

test("[E4] a watcher hears once per change which annotations and replies it is about", () => {
  const state = new Y.Doc();
  const heard: string[][] = [];
  watchState(state, ({ annotations, replies }) => heard.push([...annotations, "|", ...replies]));
  state.transact(() => {
    writeResolved(state, "ada/one", { by: "ben", at: 5 });
    writeHidden(state, "ada/two", { by: "ben", at: 5, reason: "" });
    writeReplyHidden(state, "cleo/three", { by: "ben", at: 5, reason: "" });
  });
  writeLock(state, { by: "ben", at: 6, hash: "" });
  expect(heard).toEqual([["ada/one", "ada/two", "|", "cleo/three"]]);
});

test("[E5] what was decided about an annotation or a reply goes when that is gone", () => {
  const state = new Y.Doc();
  for (const ref of ["ada/one", "ada/two"]) {
    writeResolved(state, ref, { by: "ben", at: 5 });
    writeHidden(state, ref, { by: "olive", at: 6, reason: "" });
    writeReplyHidden(state, ref, { by: "olive", at: 6, reason: "" });
  }
  forgetDecisions(state, {
    annotation: (ref) => ref === "ada/one",
    reply: (ref) => ref === "ada/two",
  });
  const { resolved, hidden, hiddenReplies } = readDecisions(state);
  expect([...resolved.keys(), ...hidden.keys()]).toEqual(["ada/two", "ada/two"]);
  expect([...hiddenReplies.keys()]).toEqual(["ada/one"]);
});
