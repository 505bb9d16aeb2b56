// Erasing somebody from an article while they are still writing.

import { afterEach, beforeEach, expect, test } from "vitest";
import * as Y from "yjs";
import { fieldsOf } from "#domain/annotation/layer-roots.ts";
import { writeLock } from "#domain/talk/article-state.ts";
import { TestPeople } from "../sync/test-people.ts";
import { figureOf, paragraphOf } from "../sync/test-server.ts";

const LAYER = "article/layer/ada";

let people: TestPeople;

beforeEach(async () => {
  people = await TestPeople.at({});
});

afterEach(() => people.leave());

/** A layer with one entry, and what another one adds to it. */
function twoUpdates(): readonly [Uint8Array, Uint8Array] {
  const layer = new Y.Doc();
  fieldsOf(layer).set("one", 1);
  const first = Y.encodeStateAsUpdate(layer);
  const known = Y.encodeStateVector(layer);
  fieldsOf(layer).set("two", 2);
  return [first, Y.encodeStateAsUpdate(layer, known)];
}

/** The number of stored records of the layer, and what they hold. */
function stored(): unknown {
  const records = people.server.log.read(LAYER, 0);
  const doc = new Y.Doc();
  for (const { update } of records) Y.applyUpdate(doc, update);
  return [records.length, fieldsOf(doc).toJSON()];
}

test("[E1] what somebody wrote a moment before they are erased goes, too", async () => {
  const { log, rooms } = people.server;
  const { article, leave } = await rooms.enter("article");
  article.push("ada", twoUpdates()[0], () => {});
  await rooms.erase("article", "ada");
  expect(log.last(LAYER)).toBe(2);
  expect(stored()).toEqual([1, {}]);
  leave();
});

test("[E1] nothing is left of what they write while they are erased", async () => {
  const { rooms } = people.server;
  const { article, leave } = await rooms.enter("article");
  const [first, second] = twoUpdates();
  article.push("ada", first, () => {});
  const erased = article.erase("ada");
  article.push("ada", second, () => {});
  await erased;
  await rooms.close();
  expect(stored()).toEqual([1, {}]);
  leave();
});

test("[E5] whether an article knows somebody is told without opening it", async () => {
  const { rooms } = people.server;
  await rooms.create("other", paragraphOf("Another one."));
  await rooms.use("other", async (article) => {
    await article.changeLayer("ada", (layer) => fieldsOf(layer).set("one", 1));
    await article.changeState((state) => writeLock(state, { hash: "00", by: "eva", at: 1 }));
  });
  const known = (article: string): boolean[] =>
    ["ada", "ben", "eva"].map((user) => rooms.knows(article, user));
  expect(known("other")).toEqual([true, false, true]);
  expect(known("article")).toEqual([false, false, false]);
  expect(known("absent")).toEqual([false, false, false]);
  expect(await figureOf(people.server, "postil_articles_open")).toBe(1);
});
