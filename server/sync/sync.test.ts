// People at one article: what each writes reaches the disk, the writer's ear and the others, in this order.

import { once } from "node:events";
import { afterEach, expect, test } from "vitest";
import { WebSocket } from "ws";
import * as Y from "yjs";
import { fieldsOf } from "#domain/annotation/layer-roots.ts";
import { articleFragment } from "#domain/article/article.ts";
import { type Lock, writeLock } from "#domain/talk/article-state.ts";
import {
  ANSWER,
  articlePath,
  CLOSE,
  encodeHello,
  encodePush,
  PEOPLE,
  ROOM,
  STORED,
} from "#domain/wire.ts";
import { encodeStep1, encodeStep2, encodeUpdate } from "./sync-message.ts";
import type { TestClient } from "./test-client.ts";
import { TestPeople } from "./test-people.ts";
import { until } from "./test-server.ts";

let people: TestPeople;

afterEach(() => people.leave());

/** A deletion of the article's first node: an edit that every client can make. */
const deleteAll = (client: TestClient): void => {
  const fragment = articleFragment(client.article);
  fragment.delete(0, fragment.length);
};

const lock = (to: Lock | null): Promise<void> =>
  people.server.rooms.use("article", (article) =>
    article.changeState((state) => writeLock(state, to)),
  );

const textOf = (client: TestClient): string => articleFragment(client.article).toString();

test("[S5] what one writes is on disk, then answered, then told to the others", async () => {
  people = await TestPeople.at({ ada: "annotator", ben: "annotator" });
  const [ada, ben] = [await people.join("ada"), await people.join("ben")];
  fieldsOf(ada.layer()).set("one", 1);
  await until(() => fieldsOf(ben.layer("ada")).get("one") === 1, "ben sees it");
  await until(() => ada.isSaved && ada.heard.includes(ROOM), "ada is told");
  expect(ada.heard.lastIndexOf(ANSWER)).toBeLessThan(ada.heard.indexOf(ROOM));
  expect(people.server.log.read("article/layer/ada", 0)).toHaveLength(1);
});

test("[S5] whose a new layer is, is said before the first that comes from it", async () => {
  people = await TestPeople.at({ ada: "annotator", ben: "annotator" });
  const ben = await people.join("ben");
  const before = ben.heard.length;
  const ada = await people.join("ada");
  fieldsOf(ada.layer()).set("one", 1);
  await until(() => ben.heard.includes(ROOM, before), "ben sees it");
  expect(ben.heard.indexOf(PEOPLE, before)).toBeLessThan(ben.heard.indexOf(ROOM, before));
  expect(ben.heard.slice(before)).toContain(PEOPLE);
  expect(ben.people.get("ada")?.name).toBe("ada");
});

test("[S5] also when it was written through HTTP by somebody who is not there", async () => {
  people = await TestPeople.at({ ada: "annotator", ben: "annotator" });
  const ben = await people.join("ben");
  await people.server.rooms.use("article", (article) =>
    article.changeLayer("ada", (layer) => fieldsOf(layer).set("one", 1)),
  );
  await until(() => fieldsOf(ben.layer("ada")).get("one") === 1, "ben sees it");
  expect(ben.people.get("ada")?.name).toBe("ada");
});

test("[S5] an editor is told how many edits are on disk", async () => {
  people = await TestPeople.at({ eva: "editor", ben: "annotator" });
  const [eva, ben] = [await people.join("eva"), await people.join("ben")];
  await until(() => textOf(eva).includes("mayor"), "the text");
  deleteAll(eva);
  await until(() => eva.isTextSaved && textOf(ben) === "", "the edit is stored and seen");
  expect(eva.stored).toBe(2); // her step 2, and the edit
  expect(ben.heard).not.toContain(STORED);
});

test("[S8] a reader's edit of the text reaches nobody, and the socket stays open", async () => {
  people = await TestPeople.at({ eva: "editor", ben: "annotator" });
  const [eva, ben] = [await people.join("eva"), await people.join("ben")];
  await until(() => textOf(eva).includes("mayor") && textOf(ben) === textOf(eva), "the text");
  deleteAll(ben);
  fieldsOf(ben.layer()).set("after", 1);
  await until(() => fieldsOf(eva.layer("ben")).has("after"), "what ben sent after it");
  expect(textOf(eva)).toContain("mayor");
  expect(ben.closeCode).toBeNull();
  expect(people.server.log.read("article/article", 0)).toHaveLength(1);
});

test("[S8] while the text is locked, an editor's edit reaches nobody either", async () => {
  people = await TestPeople.at({ eva: "editor", ben: "annotator" });
  const [eva, ben] = [await people.join("eva"), await people.join("ben")];
  await until(() => textOf(eva).includes("mayor") && textOf(ben) === textOf(eva), "the text");
  await lock({ hash: "00", by: "eva", at: 1 });
  deleteAll(eva);
  fieldsOf(eva.layer()).set("after", 1);
  await until(() => fieldsOf(ben.layer("eva")).has("after"), "what eva sent after it");
  expect(textOf(ben)).toContain("mayor");
  expect(ben.layer("state").getMap("article").get("lock")).toMatchObject({ by: "eva" });
  expect(eva.isTextSaved).toBe(false); // nobody may tell her that it was kept
});

test("[S8] an editor who opens a locked text and changes nothing is told that all is stored", async () => {
  people = await TestPeople.at({ eva: "editor" });
  await lock({ hash: "00", by: "eva", at: 1 });
  const eva = await people.join("eva");
  await until(() => eva.isTextSaved, "her empty step 2 counts as stored");
});

test("[S15] what an editor wrote under a lock is asked for when it is taken off", async () => {
  people = await TestPeople.at({ eva: "editor", ben: "annotator" });
  const [eva, ben] = [await people.join("eva"), await people.join("ben")];
  await until(() => textOf(eva).includes("mayor"), "the text");
  await lock({ hash: "00", by: "eva", at: 1 });
  deleteAll(eva);
  fieldsOf(eva.layer()).set("after", 1);
  await until(() => fieldsOf(ben.layer("eva")).has("after"), "what eva sent after it");
  await lock(null);
  await until(() => textOf(ben) === "" && eva.isTextSaved, "her edit is stored and seen");
});

test("[S15] the same for one who was no editor for a while", async () => {
  people = await TestPeople.at({ eva: "viewer", ben: "annotator" }, { look: 20 });
  const [eva, ben] = [await people.join("eva"), await people.join("ben")];
  await until(() => textOf(eva).includes("mayor"), "the text");
  deleteAll(eva);
  people.server.roles.set("eva", "editor");
  await until(() => textOf(ben) === "" && eva.isTextSaved, "her edit is stored and seen");
});

test("[S15] an edit that was dropped is never called stored for what came after it", async () => {
  people = await TestPeople.at({ eva: "editor" });
  const eva = await people.join("eva");
  await until(() => textOf(eva).includes("mayor") && eva.isTextSaved, "the text");
  const known = Y.encodeStateAsUpdate(eva.article);
  await lock({ hash: "00", by: "eva", at: 1 });
  deleteAll(eva);
  eva.send(encodeUpdate(known));
  fieldsOf(eva.layer()).set("after", 1);
  await until(() => eva.isSaved, "what eva sent after it");
  expect(eva.isTextSaved).toBe(false);
  await lock(null);
  await until(() => eva.isTextSaved && eva.stored === 4, "all four are stored");
});

test("[H9] no edit comes between the hash of a lock and the lock", async () => {
  people = await TestPeople.at({ eva: "editor" });
  const { article, leave } = await people.server.rooms.enter("article");
  expect(article.lock()).toBeNull(); // as every edit asks
  const locked = article.changeState((state) =>
    writeLock(state, { hash: article.text().text, by: "eva", at: 1 }),
  );
  expect(article.lock()?.hash).toBe("The mayor lied.");
  await locked;
  leave();
});

test("[S10] after a gap in the text the server asks again, and gets it all", async () => {
  people = await TestPeople.at({ eva: "editor", ben: "annotator" });
  const [eva, ben] = [await people.join("eva"), await people.join("ben")];
  await until(() => textOf(eva).includes("mayor"), "the text");
  eva.isHeld = true;
  articleFragment(eva.article).insert(0, [new Y.XmlElement("paragraph")]);
  eva.loseOutgoing();
  articleFragment(eva.article).insert(0, [new Y.XmlElement("blockquote")]);
  eva.release();
  await until(() => textOf(ben) === textOf(eva), "ben has both");
  expect(textOf(ben)).toMatch(/^<blockquote><\/blockquote><paragraph><\/paragraph>/);
});

test("[S12] an update that is sent twice is stored once and answered twice", async () => {
  people = await TestPeople.at({ ada: "annotator" });
  const ada = await people.join("ada");
  const layer = new Y.Doc();
  fieldsOf(layer).set("one", 1);
  const update = Y.encodeStateAsUpdate(layer);
  for (const request of [71, 72]) ada.send(encodePush({ request, update }));
  await until(() => ada.answers.length === 3, "three answers");
  expect(ada.answers).toEqual(["stored", "stored", "stored"]);
  expect(people.server.log.read("article/layer/ada", 0)).toHaveLength(1);
});

test("[S13] a viewer's layer is not written", async () => {
  people = await TestPeople.at({ vic: "viewer" });
  const vic = await people.join("vic");
  fieldsOf(vic.layer()).set("one", 1);
  await until(() => vic.answers.includes("not-allowed"), "the answer");
  expect(people.server.log.rooms("article/layer/")).toEqual([]);
});

test("[S11] a client of another version, and one that talks nonsense, are told so", async () => {
  people = await TestPeople.at({ ada: "annotator", ben: "annotator", cem: "annotator" });
  const clients = await Promise.all(["ada", "ben", "cem"].map((user) => people.join(user)));
  const hello = encodeHello(new Map());
  hello[1] = 2;
  const messages = [hello, new Uint8Array([42]), new Uint8Array([0, 2, 200])];
  for (const [index, client] of clients.entries()) client.send(messages[index] ?? hello);
  await until(() => clients.every(({ closeCode }) => closeCode !== null), "all are closed");
  expect(clients.map(({ closeCode }) => closeCode)).toEqual([
    CLOSE.tooOld,
    CLOSE.malformed,
    CLOSE.malformed,
  ]);
});

test("[S21] an editor's page of another version is told before it gets the text, and nothing of it is taken", async () => {
  people = await TestPeople.at({ ada: "editor", ben: "editor" });
  const ben = await people.join("ben");
  const emptied = new Y.Doc();
  Y.applyUpdate(emptied, Y.encodeStateAsUpdate(ben.article));
  articleFragment(emptied).delete(0, 1);
  const hello = encodeHello(new Map());
  hello[1] = 2;

  const heard: number[] = [];
  const { url } = people.server;
  const old = new WebSocket(`${url}${articlePath("article")}`, {
    headers: { authorization: "Bearer ada" },
  });
  old.on("message", (data: Buffer) => heard.push(data.readUInt16BE()));
  await once(old, "open");
  for (const message of [
    hello,
    encodeStep1(new Uint8Array([0])),
    encodeStep2(Y.encodeStateAsUpdate(emptied)),
  ]) {
    old.send(message);
  }
  const [code] = await once(old, "close");
  expect(code).toBe(CLOSE.tooOld);
  // y-websocket's step 1 and presence, which say nothing of the text; no step 2, no update
  expect(heard.filter((start) => start === 0x0001 || start === 0x0002)).toEqual([]);
  const later = await people.join("ben");
  await until(() => articleFragment(later.article).length === 1, "the text");
  expect(articleFragment(ben.article).length).toBe(1);
});

test("[S11] a message over 256 KiB closes with 1009", async () => {
  people = await TestPeople.at({ ada: "annotator" });
  const ada = await people.join("ada");
  ada.push(new Uint8Array(256 * 1024));
  await until(() => ada.closeCode !== null, "the close code");
  expect(ada.closeCode).toBe(CLOSE.tooBigFrame);
});
