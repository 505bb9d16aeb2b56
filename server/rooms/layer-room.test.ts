// A layer that holds as much as it may.

import { afterEach, expect, test } from "vitest";
import * as Y from "yjs";
import { fieldsOf, recordsOf } from "#domain/annotation/layer-roots.ts";
import type { Answer } from "#domain/wire.ts";
import { TestPeople } from "../sync/test-people.ts";
import { LayerFull } from "./live-article.ts";
import type { OpenArticle } from "./open-article.ts";

const LAYER = "article/layer/ada";

let people: TestPeople;
let article: OpenArticle;

afterEach(() => people.leave());

/** Opens an article in which ada's layer has these records. */
async function open(updates: readonly Uint8Array[]): Promise<void> {
  people = await TestPeople.at({ ada: "annotator" }, { isBrief: true });
  const records = updates.map((update) => ({ room: LAYER, update }));
  people.server.log.append({ records, clients: [] });
  ({ article } = await people.server.rooms.enter("article"));
}

/** A layer with this many entries of 20 KB. */
function filled(entries: number): Y.Doc {
  const layer = new Y.Doc();
  const fields = fieldsOf(layer);
  for (let key = 0; key < entries; key++) fields.set(`${key}`, `${key}`.padEnd(20_000, "x"));
  return layer;
}

const setOne = (layer: Y.Doc): unknown => fieldsOf(layer).set("one", 1);

/** What somebody is sent who holds nothing of ada's layer. */
function sent(): Y.Map<unknown> {
  const layer = new Y.Doc();
  for (const { update } of article.roomsSince(new Map(), () => true)) Y.applyUpdate(layer, update);
  return fieldsOf(layer);
}

/** Pushes what `change` does to a copy of the layer. */
async function push(layer: Y.Doc, change: () => void): Promise<Answer> {
  const before = Y.encodeStateVector(layer);
  change();
  const update = Y.encodeStateAsUpdate(layer, before);
  return await new Promise((resolve) => article.push("ada", update, resolve));
}

test("[R8] what a full layer refuses is nowhere to be seen, whoever asks", async () => {
  await open([Y.encodeStateAsUpdate(filled(106))]);
  await expect(article.changeLayer("ada", setOne)).rejects.toThrow(LayerFull);
  expect(sent().has("one")).toBe(false);
  expect(await article.changeLayer("ada", (layer) => fieldsOf(layer).has("one"))).toBe(false);
});

test("[R8] nor when it became full only now", async () => {
  const layer = filled(100);
  await open([Y.encodeStateAsUpdate(layer)]);
  for (let key = 100; key < 110; key++) {
    await push(layer, () => fieldsOf(layer).set(`${key}`, "x".repeat(20_000)));
  }
  await expect(article.changeLayer("ada", setOne)).rejects.toThrow(LayerFull);
  expect(sent().has("one")).toBe(false);
});

test("[R8] a full layer takes deletions, and more again after them", async () => {
  const layer = filled(106);
  await open([Y.encodeStateAsUpdate(layer)]);
  const fields = fieldsOf(layer);
  expect(await push(layer, () => fields.delete("0"))).toBe("stored");
  await article.changeLayer("ada", (doc) => fieldsOf(doc).delete("1"));
  expect(sent().size).toBe(104);
  expect(await push(layer, () => fields.set("one", 1))).toBe("stored");
});

test("[R8] a layer whose history is long takes deletions only", async () => {
  const layer = new Y.Doc();
  const updates: Uint8Array[] = [];
  layer.on("update", (update: Uint8Array) => updates.push(update));
  for (let round = 0; round < 14; round++) {
    fieldsOf(layer).set("much", `${round}`.padEnd(5_000_000, "x"));
  }
  fieldsOf(layer).set("much", "little");
  await open(updates);
  expect(await push(layer, () => setOne(layer))).toBe("full");
  await expect(article.changeLayer("ada", setOne)).rejects.toThrow(LayerFull);
  await article.changeLayer("ada", (doc) => fieldsOf(doc).delete("much"));
  expect([...sent().keys()]).toEqual([]);
});

test("[R8] a layer with 5,000 annotations takes no more of them, until one is deleted", async () => {
  const layer = new Y.Doc();
  const records = recordsOf(layer);
  const add = (doc: Y.Doc, id: string): unknown => recordsOf(doc).set(id, Uint8Array.of(1));
  layer.transact(() => {
    for (let id = 0; id < 4999; id++) add(layer, `${id}`);
  });
  await open([Y.encodeStateAsUpdate(layer)]);
  expect(await push(layer, () => add(layer, "last"))).toBe("stored");
  await expect(article.changeLayer("ada", (doc) => add(doc, "one more"))).rejects.toThrow(
    LayerFull,
  );
  expect(await push(layer, () => fieldsOf(layer).set("last/note", "x"))).toBe("stored");

  expect(await push(layer, () => records.delete("0"))).toBe("stored");
  await article.changeLayer("ada", (doc) => add(doc, "in its place"));
  expect(await push(layer, () => records.delete("1"))).toBe("stored");
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(layer));
  expect(await push(copy, () => add(copy, "in that place"))).toBe("stored");
  expect(await push(copy, () => add(copy, "too much"))).toBe("full");
});
