// What one person sends, by whatever way, against what another wrote: not a byte of it changes.

import { createHash } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { fieldsOf, recordsOf } from "#domain/annotation/layer-roots.ts";
import { articleFragment } from "#domain/article/article.ts";
import { articlePath, CLOSE, encodePush, layerPath } from "#domain/wire.ts";
import { content, handMadeUpdate } from "./admission/hand-made-update.ts";
import { encodeStep2, encodeUpdate } from "./sync-message.ts";
import type { TestClient } from "./test-client.ts";
import { TestPeople } from "./test-people.ts";
import { paragraphOf, until } from "./test-server.ts";

let people: TestPeople;
let ada: TestClient;
let ben: TestClient;

beforeEach(async () => {
  people = await TestPeople.at(
    { ada: "annotator", ben: "annotator", eva: "editor" },
    { isBrief: true },
  );
  [ada, ben] = [await people.join("ada"), await people.join("ben")];
  const fields = fieldsOf(ada.layer());
  recordsOf(ada.layer()).set("first", Uint8Array.of(1));
  fields.set("first/note", "mine");
  fields.set("second", "mine, too");
  fields.delete("second");
  await until(() => ada.isSaved, "ada's is stored");
  await until(() => fieldsOf(ben.layer("ada")).has("first/note"), "ben sees it");
});

afterEach(() => people.leave());

/** Everything in the log, by room. */
function stored(article = "article"): ReadonlyMap<string, string> {
  const { log } = people.server;
  const hashOf = (room: string): string => {
    const hash = createHash("sha256");
    for (const { update } of log.read(room, 0)) hash.update(update);
    return hash.digest("hex");
  };
  return new Map(log.rooms(`${article}/`).map((room) => [room, hashOf(room)]));
}

/** What Ben could try against what Ada wrote: to delete, overwrite, continue and forge it. */
function attacks(): Readonly<Record<string, Uint8Array>> {
  const { clientID } = ada.layer();
  const own = ben.layer().clientID;
  const note = { parent: "f", key: "first/note" } as const;
  const forged = new Y.Doc();
  Y.applyUpdate(forged, Y.encodeStateAsUpdate(ben.layer("ada")));
  const before = Y.encodeStateVector(forged);
  recordsOf(forged).delete("first");
  fieldsOf(forged).set("first/note", "not mine");
  const struct = (client: number, clock: number, of: object) =>
    handMadeUpdate([{ client, clock, structs: [{ ...note, ...content.any("forged"), ...of }] }]);
  return {
    "deletes all that she wrote and ever will": handMadeUpdate([], [[clientID, [[0, 2 ** 30]]]]),
    "deletes what is there": handMadeUpdate([], [[clientID, [[0, 2]]]]),
    "writes on as she does": struct(clientID, 4, {}),
    "takes her place from the start": struct(clientID, 0, {}),
    "takes her next clocks away": handMadeUpdate([
      { client: clientID, clock: 4, structs: [content.collected(1000)] },
    ]),
    "writes behind what she wrote": struct(own, 0, { origin: [clientID, 1] }),
    "changes a copy of hers": Y.encodeStateAsUpdate(forged, before),
    "sends a copy of hers, changed": Y.encodeStateAsUpdate(forged),
    "sends hers as it is": Y.encodeStateAsUpdate(ben.layer("ada")),
  };
}

/** Sends one message on a new socket of Ben's; resolves when it is over, or was dealt with. */
async function sendTo(path: string, message: Uint8Array): Promise<number> {
  const ws = new WebSocket(`${people.server.url}${path}`, {
    headers: { authorization: "Bearer ben" },
  });
  const closed = new Promise<number>((resolve) => ws.once("close", resolve));
  await new Promise((resolve) => ws.once("open", resolve));
  ws.send(message);
  ws.close();
  return closed;
}

test("[S4] nothing that somebody sends changes a byte of another's layer, by whatever way it comes", async () => {
  const before = stored();
  for (const [what, update] of Object.entries(attacks())) {
    expect([what, await ben.ask(update)]).not.toContain("stored");
    for (const message of [encodeUpdate(update), encodeStep2(update)]) {
      expect([what, await sendTo(layerPath("article", "ada"), message)]).toEqual([
        what,
        CLOSE.noAccess,
      ]);
      await sendTo(articlePath("article"), message);
      await sendTo(layerPath("article", "ben"), message);
    }
    expect([what, stored()]).toEqual([what, before]);
  }
  fieldsOf(ada.layer()).set("third", "she writes on");
  await until(() => fieldsOf(ben.layer("ada")).has("third"), "ben sees it");
});

test("[S8] whatever an annotator sends, the text keeps its hash", async () => {
  await until(() => articleFragment(ben.article).length > 0, "the text");
  const before = stored().get("article/article");
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(ben.article));
  articleFragment(copy).delete(0, 1);
  const update = Y.encodeStateAsUpdate(copy);
  for (const message of [encodeUpdate(update), encodeStep2(update)]) {
    ben.send(message);
    await sendTo(articlePath("article"), message);
  }
  expect(await ben.ask(update)).toBe("malformed");
  expect(stored().get("article/article")).toBe(before);
});

test("[S12] every message that was ever sent, sent again by anybody in any room, changes nothing", async () => {
  const eva = await people.join("eva");
  await until(() => articleFragment(eva.article).length > 0, "the text");
  const messages: Uint8Array[] = [];
  ada
    .layer()
    .on("update", (update: Uint8Array) => messages.push(encodePush({ request: 1, update })));
  for (const type of [eva.article, ada.layer()]) {
    type.on("update", (update: Uint8Array) => messages.push(encodeUpdate(update)));
  }
  const notes = fieldsOf(ada.layer());
  notes.set("gone", "canary");
  notes.set("stays", 1);
  notes.delete("gone");
  articleFragment(eva.article).insert(0, [new Y.XmlElement("blockquote")]);
  articleFragment(eva.article).delete(0, 1);
  await until(() => ada.isSaved && eva.isTextSaved, "all is stored");
  expect(messages).toHaveLength(8);

  await people.server.rooms.create("another", paragraphOf("Another."));
  const paths = ["article", "another"].flatMap((article) => [
    ...[articlePath(article), layerPath(article, "ada"), layerPath(article, "ben")],
  ]);
  const before = [stored(), stored("another")];
  for (const message of messages) {
    // by who wrote it, over the same socket
    for (const client of [ada, eva]) if (client.closeCode === null) client.send(message);
    for (const path of paths) await sendTo(path, message);
  }
  // whoever was not cut off has had everything read
  for (const client of [ada, eva]) {
    const told = client.answers.length;
    client.push(Y.encodeStateAsUpdate(new Y.Doc()));
    const isRead = (): boolean =>
      client.answers.length > told && client.answers.at(-1) === "stored";
    await until(() => client.closeCode !== null || (isRead() && client.isSaved), "all is read");
  }
  // in another article, Ben writes what he likes into his own layer, and nowhere else
  const other = new Map(stored("another"));
  other.delete("another/layer/ben");
  expect([stored(), other]).toEqual(before);
  expect(fieldsOf(ben.layer("ada")).has("gone")).toBe(false);
});

test("[S9] of two tabs with one client id, the second takes another, and both see the same", async () => {
  const twin = await people.connect("ada");
  twin.layer().clientID = ada.layer().clientID;
  await until(() => twin.isReady, "the second tab is ready");
  expect(twin.layer().clientID).not.toBe(ada.layer().clientID);
  fieldsOf(twin.layer()).set("from", "the second");
  fieldsOf(ada.layer()).set("also", "the first");
  const all = [ada.layer(), twin.layer(), ben.layer("ada")];
  const same = (): boolean =>
    all.every((layer) => fieldsOf(layer).has("from") && fieldsOf(layer).has("also"));
  await until(same, "all have both");
});
