// The thread that makes snapshots: reads a room through a connection of its own, and proves that
// nothing got lost. It writes nothing.

import { DatabaseSync } from "node:sqlite";
import { parentPort, workerData } from "node:worker_threads";
import * as Y from "yjs";
import { type NumberedRoom, readRecords, recordSum } from "../store/read-records.ts";
import type { StoredRecord } from "../store/update-log.ts";
import { applyAll } from "./load-doc.ts";

const file = new DatabaseSync(String(workerData), { readOnly: true });

parentPort?.on("message", (name: unknown) => parentPort?.postMessage(answer(String(name))));

/** What compactor.ts expects; nothing is made of a room that is one record already. */
function answer(room: string): object {
  try {
    const records = recordsOf(room);
    const last = records.at(-1);
    if (last === undefined || records.length < 2) return { room, made: null };
    const { seq } = last;
    const made = { seq, update: snapshotOf(records), last: recordSum(room, seq, last.update) };
    return { room, made };
  } catch (error) {
    return { room, failure: error instanceof Error ? error : new Error(String(error)) };
  }
}

function recordsOf(name: string): readonly StoredRecord[] {
  const room = roomNamed(name);
  if (room === null) return [];
  const { records, damaged } = readRecords((sql) => file.prepare(sql), room, 0);
  if (damaged !== null) throw new Error(`record ${damaged} is damaged`);
  return records;
}

function roomNamed(name: string): NumberedRoom | null {
  const row = file.prepare("SELECT number FROM room WHERE name = ?").get(name);
  return row ? { name, number: Number(row.number) } : null;
}

/** Everything in one update. Throws when what it builds is not what the records build. */
function snapshotOf(records: readonly StoredRecord[]): Uint8Array {
  const doc = built(records.map(({ update }) => update));
  const update = Y.encodeStateAsUpdate(doc);
  const again = built([update]);
  if (!Y.equalSnapshots(Y.snapshot(doc), Y.snapshot(again))) {
    throw new Error("the snapshot holds something else than the records");
  }
  if (Buffer.compare(update, Y.encodeStateAsUpdate(again)) !== 0) {
    throw new Error("the snapshot reads differently than the records");
  }
  return update;
}

function built(updates: readonly Uint8Array[]): Y.Doc {
  const doc = new Y.Doc();
  applyAll(doc, updates);
  return doc;
}
