// What a client that holds some records of a room is sent.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import * as Y from "yjs";
import { fieldsOf } from "#domain/annotation/layer-roots.ts";
import { SqliteLog } from "../store/sqlite-log.ts";
import { RoomRecords } from "./room-records.ts";

let folder: string;
let log: SqliteLog;
let source: Parameters<typeof RoomRecords.read>[0];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "postil-records-"));
  log = new SqliteLog(join(folder, "log.db"), { onCut: () => {}, onBroken: () => {} });
  source = { log, stored: "a/layer/ada", room: "ada" };
});

afterEach(() => {
  log.close();
  rmSync(folder, { recursive: true });
});

/** Stores `count` records, as their owner writes them one by one. */
function writer(records: RoomRecords | null): (count: number) => void {
  const doc = new Y.Doc();
  doc.on("update", (update: Uint8Array) => {
    const [seq = 0] = log.append({ records: [{ room: source.stored, update }], clients: [] });
    records?.append(seq, update);
  });
  let value = 0;
  return (count) => {
    for (let index = 0; index < count; index++) fieldsOf(doc).set(`${value++ % 7}`, value);
  };
}

/** What somebody holds who got these updates one after the other. */
function held(updates: readonly { readonly update: Uint8Array }[]): unknown {
  const doc = new Y.Doc();
  for (const { update } of updates) Y.applyUpdate(doc, update);
  expect(doc.store.pendingStructs).toBeNull();
  return fieldsOf(doc).toJSON();
}

test("[R6] who holds everything is sent nothing, who holds nothing gets it all", () => {
  const { records } = RoomRecords.read(source);
  expect(records.since(0)).toEqual([]);
  writer(records)(5);
  expect(records.since(5)).toEqual([]);
  expect(held(records.since(0))).toEqual(held(log.read(source.stored, 0)));
});

test("[R6] what is one record in the log is sent as it lies there", () => {
  writer(null)(1);
  const [{ update } = { update: null }] = log.read(source.stored, 0);
  expect(RoomRecords.read(source).records.since(0)).toEqual([
    { room: "ada", after: 0, seq: 1, update },
  ]);
});

test("[R6] who was away for a little gets what was missed, and nothing else", () => {
  const { records } = RoomRecords.read(source);
  writer(records)(30);
  const missed = records.since(27);
  expect(missed.map(({ after, seq }) => [after, seq])).toEqual([
    [27, 28],
    [28, 29],
    [29, 30],
  ]);
});

test("[R6] who was away for long, or holds more than there is, gets one update with everything", () => {
  writer(null)(100);
  const { records } = RoomRecords.read(source);
  for (const seq of [0, 40, 1000]) {
    const sent = records.since(seq);
    expect(sent.map((record) => [record.after, record.seq])).toEqual([[0, 100]]);
    expect(held(sent)).toEqual(held(log.read(source.stored, 0)));
  }
});

test("[R6] those who join one after the other are sent the same objects", () => {
  const { records } = RoomRecords.read(source);
  writer(records)(200);
  const first = records.since(0);
  const second = records.since(0);
  expect(second[0]).toBe(first[0]);
  expect(first.length).toBeLessThan(70);
});

test("[R6] what no longer fits into memory is read from the log", () => {
  const { records } = RoomRecords.read(source);
  const write = writer(records);
  write(50);
  expect(held([{ update: Y.encodeStateAsUpdate(records.doc()) }])).toEqual(held(records.since(0)));
  write(600);
  expect(held(records.since(10))).toEqual(held(log.read(source.stored, 0)));
  expect(fieldsOf(records.doc()).toJSON()).toEqual(held(log.read(source.stored, 0)));
  expect(records.since(649)).toHaveLength(1);
});

test("[R6] a document that was dropped keeps its client id, so that layers do not collect them", () => {
  const { records } = RoomRecords.read(source);
  const before = records.doc().clientID;
  records.dropDoc();
  expect(records.doc().clientID).toBe(before);
});

test("[R8] how large everything is, is looked at only when it has grown", () => {
  const { records } = RoomRecords.read(source);
  const doc = new Y.Doc();
  doc.on("update", (update: Uint8Array) => {
    const [seq = 0] = log.append({ records: [{ room: source.stored, update }], clients: [] });
    records.append(seq, update);
  });
  const write = (bytes: number): unknown => fieldsOf(doc).set("all", "x".repeat(bytes));
  write(70_000);
  expect(records.isLarger(1000)).toBe(true);
  const [snapshot] = records.since(0);
  expect(records.isLarger(1000)).toBe(true);
  expect(records.since(0)[0]).toBe(snapshot);
  write(10);
  expect(records.isLarger(1000)).toBe(false); // a full one that took a little is looked at again
  const [little] = records.since(0);
  write(2000);
  expect(records.isLarger(1000)).toBe(false); // one that is not may be ahead by a little
  expect(records.since(0)[0]).toBe(little);
});
