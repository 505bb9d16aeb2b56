// Hostile updates over real sockets: each is refused with its code, and nobody else notices.

import { afterEach, beforeEach, describe, expect, test } from "vitest";
import * as Y from "yjs";
import { fieldsOf } from "#domain/annotation/layer-roots.ts";
import { articleFragment } from "#domain/article/article.ts";
import { CLOSE } from "#domain/wire.ts";
import { hostileLayerUpdates } from "./admission/hostile-layer-updates.ts";
import { encodeUpdate } from "./sync-message.ts";
import type { TestClient } from "./test-client.ts";
import { TestPeople } from "./test-people.ts";
import { until } from "./test-server.ts";

let people: TestPeople;
let ada: TestClient;
let ben: TestClient;

beforeEach(async () => {
  people = await TestPeople.at({ ada: "annotator", ben: "annotator", eva: "editor" });
  [ada, ben] = [await people.join("ada"), await people.join("ben")];
});

afterEach(() => people.leave());

/** Has `writer` write something, and waits until `reader` sees it. */
async function see(reader: TestClient, writer: TestClient, what: string): Promise<void> {
  fieldsOf(writer.layer()).set(what, 1);
  await until(() => fieldsOf(reader.layer(writer.user)).has(what), `${writer.user}: ${what}`);
}

describe("in one's own layer", () => {
  test("[S6] each class is refused with its code, and honest edits land before and after", async () => {
    await see(ben, ada, "a");
    await see(ada, ben, "b");
    const before = Y.encodeStateAsUpdate(ada.layer("ben"));
    const foreign = ben.layer().clientID;
    const hostile = hostileLayerUpdates({ client: ada.layer().clientID, foreign, fresh: 4000 });
    for (const { what, update, refusal } of hostile) {
      expect(`${what}: ${await ada.ask(update)}`).toBe(`${what}: ${refusal}`);
    }
    expect(Y.encodeStateAsUpdate(ada.layer("ben"))).toEqual(before);
    await see(ben, ada, "still here");
    await see(ada, ben, "here, too");
    expect(ada.closeCode).toBeNull();
  });

  test("[S6] nobody can take the client id with which somebody is only present yet", async () => {
    const eva = await people.join("eva");
    eva.showPresence();
    const stolen = new Y.Doc();
    stolen.clientID = eva.article.clientID;
    fieldsOf(stolen).set("mine now", 1);
    await until(() => ada.seen.has(eva.article.clientID), "eva is present");
    expect(await ada.ask(Y.encodeStateAsUpdate(stolen))).toBe("foreign-client");
    await until(() => articleFragment(eva.article).length === 1, "the text");
    articleFragment(eva.article).insert(0, [new Y.XmlElement("blockquote")]);
    await until(() => articleFragment(ben.article).length === 2, "eva's edit");
  });
});

describe("in the text", () => {
  test("[S6] an editor's malformed update closes that socket, and the text stays as it was", async () => {
    const eva = await people.join("eva");
    await until(() => articleFragment(eva.article).length === 1, "the text");
    const other = new Y.Doc();
    other.getText("default").insert(0, "not a paragraph");
    eva.send(encodeUpdate(Y.encodeStateAsUpdate(other)));
    await until(() => eva.closeCode !== null, "the close code");
    expect(eva.closeCode).toBe(CLOSE.malformed);
    const again = await people.join("eva");
    await until(() => articleFragment(again.article).length === 1, "the text");
    articleFragment(again.article).insert(0, [new Y.XmlElement("blockquote")]);
    await until(() => articleFragment(ben.article).length === 2, "an honest edit");
    expect(articleFragment(ben.article).toString()).not.toContain("not a paragraph");
  });
});

describe("too much", () => {
  /** 200 KB under the same ten keys. */
  const writeMuch = (client: TestClient, round: number): void => {
    client.layer().transact(() => {
      for (let key = 0; key < 10; key++) {
        fieldsOf(client.layer()).set(`${key}`, `${round}`.padEnd(19_900, "x"));
      }
    });
  };

  test("[S11] who reads too slowly is cut with 1013, and misses nothing after coming back", async () => {
    ben.stopReading();
    for (let round = 0; round < 100; round++) {
      writeMuch(ada, round);
      if (round % 10 === 0) await until(() => ada.isSaved, `round ${round}`);
    }
    await until(() => ada.isSaved, "everything is stored");
    ben.readOn();
    await until(() => ben.closeCode !== null, "the close code");
    expect(ben.closeCode).toBe(CLOSE.slow);
    await ben.connect();
    const last = fieldsOf(ada.layer()).get("0");
    await until(() => fieldsOf(ben.layer("ada")).get("0") === last, "ben has caught up");
  });

  test("[S6] a layer that is full takes no more, and its owner is told", async () => {
    const filler = new Y.Doc();
    const fields = fieldsOf(filler);
    for (let key = 0; key < 300 && !ada.answers.includes("full"); key++) {
      const before = Y.encodeStateVector(filler);
      fields.set(`${key}`, "x".repeat(19_900));
      ada.push(Y.encodeStateAsUpdate(filler, before));
      if (key % 20 === 0) await until(() => ada.isSaved, `key ${key}`);
    }
    await until(() => ada.answers.includes("full"), "the refusal");
    expect(ada.answers.filter((answer) => answer === "stored").length).toBeGreaterThan(100);
    await see(ada, ben, "not concerned");
  });
});
