import fc from "fast-check";
import { expect, test } from "vitest";
import * as Y from "yjs";
import type { Annotation } from "../annotation/annotation.ts";
import { refTo } from "../annotation/annotation-ref.ts";
import { repliesOf } from "../annotation/layer-roots.ts";
import { newId } from "../id.ts";
import { writeHidden, writeReplyHidden, writeResolved } from "./article-state.ts";
import { followLayer, followState } from "./follow-talk.ts";
import { addReply, castVote, editReply, propose, removeReply, VOTES, type Vote } from "./talk.ts";
import { NO_TALK, shownReplies, standingOf, TalkIndex } from "./talk-index.ts";

const TO = "ben/annotation";

function spoken() {
  const index = new TalkIndex();
  const [ada, cleo, state] = [new Y.Doc(), new Y.Doc(), new Y.Doc()];
  followLayer(index, "ada", ada);
  followLayer(index, "cleo", cleo);
  followState(index, state);
  return { index, ada, cleo, state };
}

const said = (text: string, createdAt: number, to = TO) => ({
  ...{ id: newId(), to, text, mentions: [], createdAt },
});

test("[K7] what several people said about an annotation is told in order of time", () => {
  const { index, ada, cleo, state } = spoken();
  addReply(ada, said("second", 2));
  addReply(cleo, said("first", 1));
  castVote(ada, TO, "agree", 3);
  castVote(cleo, TO, "unsure", 2);
  propose(cleo, TO, { kind: "framing", label: "loaded" }, 4);
  writeResolved(state, TO, { by: "ben", at: 5 });
  writeHidden(state, TO, { by: "olive", at: 6, reason: "Names a pupil" });
  const talk = index.about(TO);
  expect(talk.replies.map(({ author, text }) => [author, text])).toEqual([
    ["cleo", "first"],
    ["ada", "second"],
  ]);
  expect(talk.votes.map(({ author, vote }) => [author, vote])).toEqual([
    ["cleo", "unsure"],
    ["ada", "agree"],
  ]);
  expect(talk.proposals).toEqual([{ author: "cleo", kind: "framing", label: "loaded", at: 4 }]);
  expect(talk.resolved).toEqual({ by: "ben", at: 5 });
  expect(talk.hidden?.reason).toBe("Names a pupil");
  expect(index.about("ben/another")).toBe(NO_TALK);
});

test("[K11] a reply that an editor hid is told as hidden, whichever is known first", () => {
  const { index, ada, cleo, state } = spoken();
  const [first, second] = [said("first", 1), said("second", 2)];
  const hiding = { by: "olive", at: 3, reason: "Names a pupil" };
  addReply(ada, first);
  const heard: string[] = [];
  index.subscribe(TO, () => heard.push("here"));
  writeReplyHidden(state, refTo("ada", first.id), hiding);
  writeReplyHidden(state, refTo("cleo", second.id), hiding);
  expect(heard).toHaveLength(1);
  addReply(cleo, second);
  const told = () => index.about(TO).replies.map(({ hidden }) => hidden);
  expect(told()).toEqual([hiding, hiding]);
  writeReplyHidden(state, refTo("ada", first.id), null);
  expect(told()).toEqual([null, hiding]);
  expect(shownReplies(index.about(TO)).map(({ text }) => text)).toEqual(["first"]);
});

test("[K7] a listener hears of its own annotation only, once per change, and nothing else is told anew", () => {
  const { index, ada } = spoken();
  addReply(ada, said("here", 1));
  addReply(ada, said("there", 1, "ben/another"));
  const [here, there] = [index.about(TO), index.about("ben/another")];
  const heard: string[] = [];
  const stop = index.subscribe(TO, () => heard.push("here"));
  index.subscribe("ben/another", () => heard.push("there"));
  index.watch((refs) => heard.push([...refs].join()));
  ada.transact(() => {
    castVote(ada, TO, "agree", 2);
    addReply(ada, said("again", 3));
  });
  stop();
  castVote(ada, TO, null, 4);
  expect(heard).toEqual(["here", TO, TO]);
  expect(index.about(TO)).not.toBe(here);
  expect(index.about("ben/another")).toBe(there);
});

test("[K7] what is taken back is gone", () => {
  const { index, ada, state } = spoken();
  const reply = said("oh", 1);
  addReply(ada, reply);
  castVote(ada, TO, "agree", 2);
  propose(ada, TO, { kind: "claim", label: null }, 3);
  writeHidden(state, TO, { by: "ben", at: 6, reason: "" });
  removeReply(ada, reply.id);
  castVote(ada, TO, null, 4);
  propose(ada, TO, null, 4);
  writeHidden(state, TO, null);
  expect(index.about(TO)).toEqual(NO_TALK);
});

const refs = ["ben/one", "ben/two"] as const;
const replyIds = [newId(), newId(), newId()] as const;
const step = fc.record({
  who: fc.constantFrom("ada" as const, "cleo" as const),
  act: fc.nat(4),
  ref: fc.constantFrom(...refs),
  reply: fc.constantFrom(...replyIds),
  vote: fc.constantFrom(...VOTES, null),
});

type Step = { readonly ref: string; readonly reply: string; readonly vote: Vote | null };

const acts: readonly ((layer: Y.Doc, step: Step, at: number) => void)[] = [
  (layer, { ref, reply }, createdAt) => {
    if (repliesOf(layer).has(reply)) return;
    addReply(layer, { id: reply, to: ref, text: "so", mentions: [], createdAt });
  },
  (layer, { reply }, at) => editReply(layer, reply, { text: `at ${at}`, mentions: [] }, at),
  (layer, { reply }) => removeReply(layer, reply),
  (layer, { ref, vote }, at) => castVote(layer, ref, vote, at),
  (layer, { ref, vote }, at) => propose(layer, ref, vote && { kind: "claim", label: vote }, at),
];

test("[K7] an index that followed every change tells what one made afterwards tells", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const { index, ...layers } = spoken();
      for (const [at, each] of steps.entries()) acts[each.act]?.(layers[each.who], each, at);
      const anew = new TalkIndex();
      followLayer(anew, "cleo", layers.cleo);
      followLayer(anew, "ada", layers.ada);
      for (const ref of refs) expect(index.about(ref)).toEqual(anew.about(ref));
    }),
  );
});

test("[K7] a vote among 10,000 annotations of 30 people costs what it touches", () => {
  const index = new TalkIndex();
  const layers = Array.from({ length: 30 }, () => new Y.Doc());
  layers.forEach((layer, author) => {
    layer.transact(() => {
      for (let n = 0; n < 1000; n++)
        castVote(layer, `ben/${(author * 331 + n) % 10_000}`, "agree", n);
    });
    followLayer(index, `author ${author}`, layer);
  });
  const [layer] = layers;
  const start = performance.now();
  for (let n = 0; n < 100; n++) {
    if (layer) castVote(layer, "ben/5", n % 2 === 0 ? "agree" : "disagree", n);
    index.about("ben/5");
  }
  expect((performance.now() - start) / 100).toBeLessThan(1);
});

test("[K8] a proposal is open until it is answered, or the label is what it proposes; a later one is open again", () => {
  const proposal = { author: "cleo", kind: "framing", label: "loaded", at: 5 } as const;
  const annotation: Annotation = {
    ...{ id: newId(), author: "ben", kind: "claim", label: "fact", note: "", createdAt: 0 },
    ...{ attributes: {}, answered: {} },
    anchor: {
      start: { client: 1, clock: 0 },
      end: { client: 1, clock: 0 },
      quote: "",
      prefix: "",
      suffix: "",
    },
  };
  const answered = (accepted: boolean) => ({
    ...annotation,
    answered: { cleo: { at: 5, accepted } },
  });
  expect(standingOf(proposal, annotation)).toBe("open");
  expect(standingOf(proposal, { ...annotation, kind: "framing", label: "loaded" })).toBe(
    "accepted",
  );
  expect(standingOf(proposal, answered(false))).toBe("declined");
  expect(standingOf(proposal, answered(true))).toBe("accepted");
  expect(standingOf({ ...proposal, at: 6 }, answered(false))).toBe("open");
});
