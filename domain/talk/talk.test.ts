import { expect, test } from "vitest";
import * as Y from "yjs";
import { repliesOf, undoLayer, votesOf } from "../annotation/layer-roots.ts";
import { newId } from "../id.ts";
import {
  addReply,
  castVote,
  editReply,
  propose,
  REPLY_LENGTH,
  readProposal,
  readReply,
  readVote,
  removeReply,
  type TalkChange,
  watchTalk,
} from "./talk.ts";

const TO = "ben/annotation";

function replied(layer: Y.Doc, text = "Who says so?"): string {
  const id = newId();
  addReply(layer, { id, to: TO, text, mentions: ["cleo"], createdAt: 7 });
  return id;
}

test("[K1] a reply is read back whole on another device, with the owner as author", () => {
  const layer = new Y.Doc();
  const id = replied(layer);
  const other = new Y.Doc();
  Y.applyUpdate(other, Y.encodeStateAsUpdate(layer));
  expect(readReply(other, "ada", id)).toEqual({
    ...{ id, author: "ada", to: TO, text: "Who says so?", mentions: ["cleo"] },
    ...{ createdAt: 7, editedAt: null },
  });
});

test("[K1] a reply has a new id and says something", () => {
  const layer = new Y.Doc();
  const id = replied(layer);
  const reply = { to: TO, text: "again", mentions: [], createdAt: 8 };
  expect(() => addReply(layer, { id, ...reply })).toThrow(RangeError);
  expect(() => addReply(layer, { id: "short", ...reply })).toThrow(RangeError);
  expect(() => addReply(layer, { id: newId(), ...reply, text: "" })).toThrow(RangeError);
});

test("[K2] a reply may be changed, and tells when; what it answers stays", () => {
  const layer = new Y.Doc();
  const id = replied(layer);
  editReply(layer, id, { text: "x".repeat(REPLY_LENGTH + 1), mentions: [] }, 9);
  expect(readReply(layer, "ada", id)).toMatchObject({ to: TO, createdAt: 7, editedAt: 9 });
  expect(readReply(layer, "ada", id)?.text).toHaveLength(REPLY_LENGTH);
  editReply(layer, id, { text: "", mentions: [] }, 10);
  expect(readReply(layer, "ada", id)?.editedAt).toBe(9);
  removeReply(layer, id);
  editReply(layer, id, { text: "back", mentions: [] }, 11);
  expect(readReply(layer, "ada", id)).toBeNull();
});

test("[K3] a person has one vote and one proposal for an annotation, and can take either back", () => {
  const layer = new Y.Doc();
  castVote(layer, TO, "agree", 1);
  castVote(layer, TO, "unsure", 2);
  propose(layer, TO, { kind: "framing", label: "loaded" }, 3);
  expect(readVote(layer, TO)).toEqual({ vote: "unsure", at: 2 });
  expect(readProposal(layer, TO)).toEqual({ kind: "framing", label: "loaded", at: 3 });
  castVote(layer, TO, null, 4);
  propose(layer, TO, null, 5);
  expect(readVote(layer, TO)).toBeNull();
  expect(readProposal(layer, TO)).toBeNull();
});

test("[K4] malformed talk is not read", () => {
  const layer = new Y.Doc();
  const id = replied(layer);
  repliesOf(layer).set(id, {
    to: TO,
    text: "when?",
    mentions: [],
    createdAt: 9e15,
    editedAt: null,
  });
  votesOf(layer).set(TO, { vote: "maybe", at: 1 });
  expect(readReply(layer, "ada", id)).toBeNull();
  expect(readVote(layer, TO)).toBeNull();
});

test("[K5] a watcher hears once per change what it touched, also of a layer that was empty", () => {
  const layer = new Y.Doc();
  const heard: TalkChange[] = [];
  const stop = watchTalk(layer, (change) => heard.push(change));
  const other = new Y.Doc();
  const id = replied(other);
  castVote(other, TO, "agree", 1);
  Y.applyUpdate(layer, Y.encodeStateAsUpdate(other));
  stop();
  castVote(layer, TO, null, 2);
  expect(heard).toEqual([{ replies: [id], votes: [TO], proposals: [] }]);
});

test("[K6] undo takes back a vote like anything else", () => {
  const layer = new Y.Doc();
  const history = undoLayer(layer, 0);
  castVote(layer, TO, "agree", 1);
  castVote(layer, TO, "disagree", 2);
  history.undo();
  expect(readVote(layer, TO)?.vote).toBe("agree");
});
