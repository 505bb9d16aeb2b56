// Compaction over real files: nothing is lost, what was deleted is gone, what cannot be read stays alone.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import pino from "pino";
import { Registry } from "prom-client";
import { afterEach, beforeEach, expect, test } from "vitest";
import * as Y from "yjs";
import { fieldsOf } from "#domain/annotation/layer-roots.ts";
import { SqliteLog } from "../store/sqlite-log.ts";
import { Compactor } from "./compactor.ts";
import { applyAll } from "./load-doc.ts";

const ROOM = "article/layer/ada";

let folder: string;
let log: SqliteLog;
let registry: Registry;
let compactor: Compactor;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "postil-compactor-"));
  const path = join(folder, "updates.db");
  log = new SqliteLog(path, { onCut: () => {}, onBroken: () => {} });
  registry = new Registry();
  compactor = new Compactor({ log, path, report: pino({ level: "silent" }), registry });
});

afterEach(async () => {
  await compactor.close();
  log.close();
  rmSync(folder, { recursive: true });
});

/** Stores every change of a document, each as a record. */
function written(room: string): Y.Doc {
  const doc = new Y.Doc();
  doc.on("update", (update: Uint8Array) =>
    log.append({ records: [{ room, update }], clients: [] }),
  );
  return doc;
}

function stored(room: string): Y.Doc {
  const doc = new Y.Doc();
  applyAll(
    doc,
    log.read(room, 0).map(({ update }) => update),
  );
  return doc;
}

const state = (doc: Y.Doc): Uint8Array => Y.encodeStateAsUpdate(doc);

async function figure(name: string): Promise<number> {
  const told = await registry.getSingleMetric(name)?.get();
  return told?.values[0]?.value ?? 0;
}

test("[D12] many records become one, which reads the same, and what follows goes on behind it", async () => {
  const doc = written(ROOM);
  const map = fieldsOf(doc);
  for (let value = 0; value < 1200; value++) map.set(`${value % 40}`, value);
  compactor.grown(new Set([ROOM]));
  map.set("meanwhile", true);
  await compactor.settled();
  map.set("after", true);
  // the snapshot may have come before or after what was written meanwhile
  expect(log.extent(ROOM).records).toBeLessThanOrEqual(2);
  expect(log.extent(ROOM).records).toBeGreaterThan(0);
  expect(state(stored(ROOM))).toEqual(state(doc));
  expect(await figure("postil_compactions_total")).toBe(1);
});

test("[D12] a room that is small stays as it is while it is open, and is compacted once all have left", async () => {
  const map = fieldsOf(written(ROOM));
  map.set("one", 1);
  map.set("two", 2);
  compactor.grown(new Set([ROOM]));
  await compactor.settled();
  expect(log.extent(ROOM).records).toBe(2);
  compactor.left("article");
  await compactor.settled();
  expect(log.extent(ROOM).records).toBe(0);
  expect(fieldsOf(stored(ROOM)).toJSON()).toEqual({ one: 1, two: 2 });
});

test("[D12] any edits of several people in any order read the same after any compactions", async () => {
  const edit = fc.record({
    who: fc.nat(2),
    at: fc.nat(30),
    text: fc.string({ unit: "grapheme", maxLength: 6 }),
    remove: fc.nat(8),
    compacts: fc.boolean(),
  });
  let number = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { maxLength: 30 }), async (edits) => {
      const article = `article-${number++}`;
      const room = `${article}/article`;
      const docs = [written(room), written(room), written(room)];
      for (const { who, at, text, remove, compacts } of edits) {
        const doc = docs[who] ?? new Y.Doc();
        Y.applyUpdate(doc, state(stored(room)));
        const letters = doc.getText("text");
        const from = Math.min(at, letters.length);
        letters.delete(from, Math.min(remove, letters.length - from));
        letters.insert(from, text);
        if (compacts) compactor.left(article);
        if (compacts) await compactor.settled();
      }
      const before = state(stored(room));
      compactor.left(article);
      await compactor.settled();
      expect(state(stored(room))).toEqual(before);
    }),
    { numRuns: 30 },
  );
});

test("[D13] what was deleted is in no file any more once its room is compacted", async () => {
  const canary = "the-secret-canary-of-this-test";
  const holds = (): boolean =>
    readdirSync(folder).some((name) => readFileSync(join(folder, name)).includes(canary));
  const map = fieldsOf(written(ROOM));
  map.set("note", canary);
  compactor.left("article");
  await compactor.settled();
  expect(holds()).toBe(true);
  map.delete("note");
  compactor.left("article");
  await compactor.settled();
  expect(holds()).toBe(false);
});

test("[R4] a room that cannot be read stays as it is, is counted, and holds no other up", async () => {
  const broken = "article/layer/ben";
  for (const update of [new Uint8Array([9, 9]), new Uint8Array([1, 2, 3])]) {
    log.append({ records: [{ room: broken, update }], clients: [] });
  }
  const map = fieldsOf(written(ROOM));
  map.set("one", 1);
  map.set("one", 2);
  compactor.left("article");
  await compactor.settled();
  expect(log.extent(broken).records).toBe(2);
  expect(log.extent(ROOM).records).toBe(0);
  expect(await figure("postil_compaction_failures_total")).toBe(1);
});
