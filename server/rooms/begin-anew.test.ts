// A layer that very many pages wrote, opened again: over real sockets.

import { afterEach, expect, test } from "vitest";
import * as Y from "yjs";
import { fieldsOf, recordsOf } from "#domain/annotation/layer-roots.ts";
import { carryOver, renewalOf } from "#domain/annotation/renewed-layer.ts";
import { CLOSE } from "#domain/wire.ts";
import { openStock } from "../sync/stock-client.ts";
import { TestPeople } from "../sync/test-people.ts";
import { figureOf, type TestServerOptions, until } from "../sync/test-server.ts";
import { WatchedLog } from "./watched-log.test-kit.ts";

const LAYER = "article/layer/ada";

let people: TestPeople;

afterEach(() => people.leave());

/** An article in which so many pages wrote into ada's layer: one annotation each, and the same note. */
async function open(pages: number, options: TestServerOptions = {}): Promise<Y.Doc> {
  const roles = { ada: "annotator", ben: "annotator" } as const;
  people = await TestPeople.at(roles, { isBrief: true, ...options });
  const layer = new Y.Doc();
  const records: { room: string; update: Uint8Array }[] = [];
  layer.on("update", (update: Uint8Array) => records.push({ room: LAYER, update }));
  for (let page = 1; page <= pages; page++) {
    layer.clientID = page;
    layer.transact(() => {
      recordsOf(layer).set(`${page}`, Uint8Array.of(1));
      fieldsOf(layer).set("note", `page ${page}`);
    });
  }
  recordsOf(layer).delete("7");
  const clients = Array.from({ length: pages }, (_, at) => ({
    ...{ article: "article", client: at + 1, user: "ada" },
  }));
  people.server.log.append({ records, clients });
  return layer;
}

const contentOf = (layer: Y.Doc): unknown => [recordsOf(layer).toJSON(), fieldsOf(layer).toJSON()];

const writersOf = (layer: Y.Doc): number => Y.decodeStateVector(Y.encodeStateVector(layer)).size;

test("[R9] a layer of more than 250 pages is begun anew when its article is opened, and reads the same", async () => {
  const before = await open(251);
  const ben = await people.join("ben");
  const layer = ben.layer("ada");
  expect(contentOf(layer)).toEqual(contentOf(before));
  expect(writersOf(layer)).toBe(1);
  expect(renewalOf(layer)).not.toBe(0);
  const ada = await people.join("ada");
  fieldsOf(ada.layer()).set("later", 1);
  await until(() => fieldsOf(layer).has("later"), "ada writes on");
  expect(people.server.log.read(LAYER, 0)).toHaveLength(2);
});

test("[R9] one of 250 pages is left as it is", async () => {
  await open(250);
  const ben = await people.join("ben");
  expect([writersOf(ben.layer("ada")), renewalOf(ben.layer("ada"))]).toEqual([250, 0]);
});

test("[R9] whoever sends the document before is refused, and can carry over what is new in it", async () => {
  const device = await open(300);
  device.clientID = 4711;
  fieldsOf(device).set("note", "changed on the way");
  recordsOf(device).delete("9");
  recordsOf(device).set("offline", Uint8Array.of(1));
  const ada = await people.join("ada");
  expect(await ada.ask(Y.encodeStateAsUpdate(device))).toBe("foreign-client");
  expect(contentOf(ada.layer())).not.toEqual(contentOf(device));
  carryOver(device, ada.layer());
  await until(() => ada.isSaved, "what was carried over is stored");
  const ben = await people.join("ben");
  expect(contentOf(ben.layer("ada"))).toEqual(contentOf(device));
});

test("[R9] a stock client with the document before is told to begin anew, as its owner and as a reader", async () => {
  const device = await open(300);
  for (const user of ["ada", "ben"]) {
    const provider = openStock(people.server, "article/layer/ada", user, device);
    let code: number | null = null;
    provider.on("closed", (closed) => {
      code = closed.code;
    });
    await until(() => code !== null, `${user} is told`);
    expect([user, code]).toEqual([user, CLOSE.clientTaken]);
    provider.destroy();
  }
});

test("[R9] when the disk refuses, the layer stays as it was and the article opens", async () => {
  const before = await open(300, {
    wrap: (log) => {
      const watched = new WatchedLog(log);
      watched.renew = () => {
        throw new Error("disk I/O error");
      };
      return watched;
    },
  });
  const ben = await people.join("ben");
  expect(Y.encodeStateVector(ben.layer("ada"))).toEqual(Y.encodeStateVector(before));
  expect(await figureOf(people.server, "postil_commit_failures_total")).toBe(1);
});
