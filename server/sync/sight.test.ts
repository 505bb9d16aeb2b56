// Who is told what over sockets while each sees their own, and what happens when that is switched.

import { afterEach, beforeEach, expect, test } from "vitest";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { fieldsOf, recordsOf, repliesOf, votesOf } from "#domain/annotation/layer-roots.ts";
import { readDecisions, writeHidden, writeReplyHidden } from "#domain/talk/article-state.ts";
import { addReply, castVote } from "#domain/talk/talk.ts";
import { CLOSE, layerPath, STATE_ROOM } from "#domain/wire.ts";
import { asPeer } from "../access/peer-alias.ts";
import { encodePresence } from "./sync-message.ts";
import type { TestClient } from "./test-client.ts";
import { TestPeople } from "./test-people.ts";
import { personOf, until } from "./test-server.ts";

let people: TestPeople;

beforeEach(async () => {
  people = await TestPeople.at(
    { ada: "annotator", ben: "annotator", vic: "viewer", eva: "editor" },
    { isBrief: true },
  );
});

afterEach(() => people.leave());

const mark = (client: TestClient, id: string): void =>
  void recordsOf(client.layer()).set(id, Uint8Array.of(1));

async function set(change: Partial<TestPeople["server"]["sharing"]>): Promise<void> {
  Object.assign(people.server.sharing, change);
  await people.server.lookAgain();
}

const marksOf = (client: TestClient, owner: string): string[] =>
  [...recordsOf(client.layers.get(owner) ?? new Y.Doc()).keys()].sort();

const told = (isSo: () => boolean): Promise<void> => until(isSo, isSo.toString());

/** Says something about the annotation with this reference, with an id of 22 letters. */
function replyTo(client: TestClient, to: string, id: string): string {
  const reply = { id: id.padEnd(22, "_"), to, text: `about ${to}`, mentions: [], createdAt: 1 };
  addReply(client.layer(), reply);
  return reply.id;
}

/** Everything that somebody has got, as text. */
const heldBy = (client: TestClient): string =>
  JSON.stringify([
    [...client.layers].map(([room, doc]) => [room, doc.toJSON()]),
    [...client.people.values()],
    [...client.present.values()],
  ]);

test("[V1] each sees their own and editors' layers, editors everybody's", async () => {
  await set({ visibility: "own" });
  const [ada, ben, eva] = [
    await people.join("ada"),
    await people.join("ben"),
    await people.join("eva"),
  ];
  const vic = await people.join("vic");
  mark(ada, "hers");
  mark(ben, "his");
  mark(eva, "theirs");
  await told(() => [ada, ben, vic].every((each) => marksOf(each, "eva").length === 1));
  await told(() => marksOf(eva, "ada").length === 1 && marksOf(eva, "ben").length === 1);
  expect([ada, ben, vic, eva].map(({ layers }) => [...layers.keys()].sort())).toEqual([
    ["ada", "eva"],
    ["ben", "eva"],
    ["eva", "vic"],
    ["ada", "ben", "eva"],
  ]);
  expect([...ada.people.keys()].sort()).toEqual(["ada", "eva"]);
});

test("[V2] of an editor's layer and of decisions only that is told which is about what one sees", async () => {
  const [ada, ben, eva] = [
    await people.join("ada"),
    await people.join("ben"),
    await people.join("eva"),
  ];
  mark(ada, "hers");
  mark(ben, "his");
  await told(() => ada.isSaved && ben.isSaved);
  await set({ visibility: "own" });
  replyTo(eva, "ada/hers", "to-ada");
  const toBen = replyTo(eva, "ben/his", "to-ben");
  castVote(eva.layer(), "ada/hers", "agree", 1);
  castVote(eva.layer(), "ben/his", "agree", 1);
  fieldsOf(eva.layer()).set("own/note", "a model");
  await told(() => eva.isSaved && votesOf(ada.layer("eva")).size === 1);
  await people.server.rooms.use("article", async (live) => {
    await live.changeState((state) => {
      for (const ref of ["ada/hers", "ben/his", "eva/own"]) {
        writeHidden(state, ref, { by: "eva", at: 1, reason: ref });
      }
      writeReplyHidden(state, `eva/${toBen}`, { by: "eva", at: 1, reason: "x" });
    });
  });
  const decided = () => [...readDecisions(ada.layer(STATE_ROOM)).hidden.keys()].sort();
  await told(() => decided().length > 0);
  expect(decided()).toEqual(["ada/hers", "eva/own"]);
  expect(readDecisions(ada.layer(STATE_ROOM)).hiddenReplies.size).toBe(0);
  expect([...repliesOf(ada.layer("eva")).values()]).toMatchObject([{ to: "ada/hers" }]);
  expect([...fieldsOf(ada.layer("eva")).keys()]).toEqual(["own/note"]);
  expect(heldBy(ada)).not.toContain("ben");
});

test("[V2] what is told of a layer goes as it came, and who comes back finds every writing under the same id", async () => {
  await set({ visibility: "own" });
  const [ada, eva] = [await people.join("ada"), await people.join("eva")];
  mark(eva, "one");
  fieldsOf(eva.layer()).set("one/note", "first");
  fieldsOf(eva.layer()).set("one/note", "second");
  mark(eva, "two");
  recordsOf(eva.layer()).delete("two");
  const noted = (client: TestClient) => fieldsOf(client.layer("eva")).get("one/note");
  await told(() => eva.isSaved && noted(ada) === "second" && marksOf(ada, "eva").length === 1);
  const idIn = (client: TestClient) => fieldsOf(client.layer("eva"))._map.get("one/note")?.id;
  const before = idIn(ada);
  ada.cut();
  const again = await people.join("ada");
  expect(noted(again)).toBe("second");
  expect(idIn(again)?.client).toBe(before?.client);
});

test("[V3] nobody's presence is told but editors', nor where editors write at what one does not see", async () => {
  await set({ visibility: "own" });
  const [ada, ben, eva] = [
    await people.join("ada"),
    await people.join("ben"),
    await people.join("eva"),
  ];
  const say = (client: TestClient, clock: number, note: string): void =>
    client.send(
      encodePresence([
        { client: client.article.clientID, clock, json: JSON.stringify({ note, selection: null }) },
      ]),
    );
  say(ben, 1, "ben/his");
  say(eva, 1, "ben/his");
  await told(() => eva.present.size === 2 && ada.present.size === 1);
  expect([...ada.present.values()]).toEqual([
    { selection: null, note: null, user: personOf("eva") },
  ]);
  say(eva, 2, "ada/hers");
  await told(() => [...ada.present.values()][0]?.note === "ada/hers");
  expect([...ben.present.values()].map(({ user }) => user.id).sort()).toEqual(["ben", "eva"]);
  ben.cut();
  await told(() => eva.present.size === 1);
  expect(heldBy(ada)).not.toContain("ben");
});

test("[V5] a reveal tells everything at once, and its taking back lets everything be forgotten", async () => {
  await set({ visibility: "own" });
  const [ada, ben, eva] = [
    await people.join("ada"),
    await people.join("ben"),
    await people.join("eva"),
  ];
  mark(ada, "hers");
  mark(ben, "his");
  replyTo(eva, "ben/his", "to-ben");
  ben.showPresence();
  await told(() => ada.isSaved && ben.isSaved && eva.isSaved);
  expect(ada.visibility).toBe("own");
  await set({ visibility: "open" });
  await told(() => ada.visibility === "open" && marksOf(ada, "ben").length === 1);
  await told(() => ada.present.size === 1 && repliesOf(ada.layer("eva")).size === 1);
  expect(ada.rooms.excerpts.size).toBe(0);
  expect(ada.people.get("ben")).toEqual(personOf("ben"));
  mark(ben, "more");
  await told(() => marksOf(ada, "ben").length === 2);

  await set({ visibility: "own" });
  await told(() => ada.visibility === "own" && ada.rooms.excerpts.size === 0);
  mark(ben, "most");
  await told(() => marksOf(eva, "ben").length === 3);
  mark(eva, "last");
  await told(() => marksOf(ada, "eva").length === 1);
  expect([...ada.layers.keys()].sort()).toEqual(["ada", "eva"]);
  expect(ada.present.size).toBe(0);
});

test("[V5] whoever was away while it was switched is told what to forget", async () => {
  const [ada, ben] = [await people.join("ada"), await people.join("ben")];
  mark(ben, "his");
  await told(() => marksOf(ada, "ben").length === 1);
  ada.cut();
  await set({ visibility: "own" });
  await ada.connect();
  await told(() => ada.isReady);
  expect([...ada.layers.keys()].sort()).toEqual(["ada"]);
});

test("[V5] a role that changes changes what everybody sees, at once", async () => {
  await set({ visibility: "own" });
  const [ada, ben] = [await people.join("ada"), await people.join("ben")];
  mark(ada, "hers");
  mark(ben, "his");
  await told(() => ada.isSaved && ben.isSaved);
  people.server.roles.set("ben", "editor");
  await people.server.lookAgain();
  await told(() => marksOf(ada, "ben").length === 1 && marksOf(ben, "ada").length === 1);
  people.server.roles.set("ben", "annotator");
  await people.server.lookAgain();
  await told(() => !ada.layers.has("ben") && !ben.layers.has("ada"));
});

test("[V4] peers are told under an alias, editors by name, and both again when that is switched", async () => {
  await set({ namesShown: false });
  const [ada, ben, eva] = [
    await people.join("ada"),
    await people.join("ben"),
    await people.join("eva"),
  ];
  mark(ben, "his");
  ben.showPresence();
  eva.showPresence();
  await told(() => ada.people.has("ben") && ada.present.size === 2 && eva.people.has("ben"));
  const alias = asPeer("space", personOf("ben"));
  expect(ada.people.get("ben")).toEqual(alias);
  const present = new Map([...ada.present.values()].map(({ user }) => [user.id, user]));
  expect(present).toEqual(
    new Map([
      ["ben", alias],
      ["eva", personOf("eva")],
    ]),
  );
  expect(eva.people.get("ben")).toEqual(personOf("ben"));
  expect(heldBy(ada)).not.toContain(`"name":"ben"`);
  await set({ namesShown: true });
  await told(() => ada.people.get("ben")?.name === "ben" && ada.present.size === 2);
});

test("[V6] while each sees their own, another's layer is no room of its own, whether there is one or not", async () => {
  await set({ visibility: "own" });
  const ben = await people.join("ben");
  mark(ben, "his");
  await told(() => ben.isSaved);
  const knock = (user: string, owner: string): Promise<number> =>
    new Promise((resolve) => {
      const headers = { authorization: `Bearer ${user}` };
      const ws = new WebSocket(people.server.url + layerPath("article", owner), { headers });
      ws.once("close", resolve);
      ws.once("message", () => {
        ws.terminate();
        resolve(0);
      });
    });
  expect(await knock("ada", "ben")).toBe(CLOSE.noAccess);
  expect(await knock("ada", "nobody")).toBe(CLOSE.noAccess);
  expect(await knock("ada", "eva")).toBe(CLOSE.noAccess);
  expect(await knock("ada", "ada")).toBe(0);
});
