import { spawn } from "node:child_process";
import { once } from "node:events";
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { recordSum } from "./read-records.ts";
import { SqliteLog } from "./sqlite-log.ts";
import { checkUpdateLog } from "./update-log.contract.ts";
import type { OnCut } from "./update-log.ts";

/** A program that writes the log anew whose path it is given, again and again, and says when it begins. */
const REWRITING = new URL("./rewriting.test-kit.ts", import.meta.url).pathname;

const noCut: OnCut = ({ room, seq }) => {
  throw new Error(`cut ${room} at ${seq}`);
};
const noBreak = (error: unknown): void => {
  throw error;
};

checkUpdateLog("SqliteLog", () => {
  const folder = mkdtempSync(join(tmpdir(), "postil-log-"));
  return {
    open: () => new SqliteLog(join(folder, "updates.db"), { onCut: noCut, onBroken: noBreak }),
    destroy: () => rmSync(folder, { recursive: true }),
  };
});

test("[D16] of many who wrote by turns, those who are erased are in no file once it was written anew", async () => {
  const folder = mkdtempSync(join(tmpdir(), "postil-log-"));
  const log = new SqliteLog(join(folder, "updates.db"), { onCut: noCut, onBroken: noBreak });
  const words = (person: number): string => `words of person ${person};`;
  const room = (person: number): string => `a/layer/${person}`;
  const update = (person: number, length: number): Uint8Array =>
    Uint8Array.from(Buffer.from(words(person).padEnd(length, ".")));
  const client = (person: number, number: number) => ({
    ...{ article: "a", client: number, user: String(person) },
  });
  // the same games each time: of these, several leave copies behind unless the file is written anew
  let seed = 2_654_435_761;
  const below = (limit: number): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((seed / 2 ** 32) * limit);
  };
  for (let turn = 0; turn < 3000; turn++) {
    const person = below(40);
    const size = below(10) === 0 ? below(6000) : 30 + below(300);
    log.append({ records: [{ room: room(person), update: update(person, size) }], clients: [] });
    if (below(20) === 0) log.tidy();
    if (below(30) > 0) continue;
    const begun = { room: room(person), update: update(person, below(900)), retired: [] };
    log.renew({ ...begun, client: client(person, turn) });
  }
  for (let person = 0; person < 20; person++) {
    const begun = { room: room(person), update: Uint8Array.of(0, 0), retired: [] };
    log.erase({ ...begun, client: client(person, 10_000 + person) });
  }
  await log.rewrite();
  const all = Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
  const found = Array.from({ length: 40 }, (_, person) => all.includes(words(person)));
  expect(found).toEqual(found.map((_, person) => person >= 20));
  log.close();
  rmSync(folder, { recursive: true });
});

test("[D16] whenever the process is killed that writes it anew, the log has what it had", async () => {
  const folder = mkdtempSync(join(tmpdir(), "postil-log-"));
  const path = join(folder, "updates.db");
  const listeners = { onCut: noCut, onBroken: noBreak };
  const update = (number: number): Uint8Array => new Uint8Array(2000).fill(number);
  const records = Array.from({ length: 200 }, (_, number) => ({
    ...{ room: `a/layer/${number}`, update: update(number) },
  }));
  let log = new SqliteLog(path, listeners);
  for (let turn = 0; turn < 20; turn++) log.append({ records, clients: [] });
  log.tidy();
  log.close();
  for (let round = 0; round < 5; round++) {
    const child = spawn(process.execPath, [REWRITING, path], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const ended = once(child, "exit");
    await once(child.stdout, "data");
    // at most as long as writing it takes
    setTimeout(() => child.kill("SIGKILL"), round * 8);
    await ended;
    log = new SqliteLog(path, listeners);
    for (const [number, { room }] of records.entries()) {
      const found = log.read(room, 0);
      expect(found.length).toBe(20);
      expect(found.every(({ update: bytes }) => bytes[0] === number)).toBe(true);
    }
    log.close();
  }
  rmSync(folder, { recursive: true });
});

describe("damage", () => {
  let folder = "";
  let path = "";
  const cuts: { room: string; seq: number; records: number }[] = [];
  const open = (): SqliteLog =>
    new SqliteLog(path, { onCut: (cut) => cuts.push(cut), onBroken: noBreak });

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "postil-log-"));
    path = join(folder, "updates.db");
    cuts.length = 0;
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Writes five records each to two rooms. */
  function fill(log: SqliteLog): void {
    for (let number = 1; number <= 5; number++) {
      const update = new Uint8Array([number, number, number]);
      log.append({
        records: [
          { room: "a/article", update },
          { room: "b/article", update },
        ],
        clients: [],
      });
    }
  }

  function change(sql: string): void {
    const file = new DatabaseSync(path);
    file.exec(sql);
    file.close();
  }

  function setAside(): unknown[] {
    const file = new DatabaseSync(path);
    const rows = file.prepare("SELECT room, seq, bytes FROM set_aside ORDER BY seq").all();
    file.close();
    return rows;
  }

  const damages = {
    "a changed byte": "UPDATE record SET bytes = x'030403' WHERE room = 1 AND seq = 3",
    "a changed checksum": "UPDATE record SET checksum = checksum + 1 WHERE room = 1 AND seq = 3",
    "a record of another place":
      "UPDATE record SET (checksum, bytes) = (SELECT checksum, bytes FROM record WHERE room = 2 AND seq = 3) WHERE room = 1 AND seq = 3",
    "bytes that are text": "UPDATE record SET bytes = 'three' WHERE room = 1 AND seq = 3",
  };

  test.each(Object.entries(damages))(
    "[D4] %s cuts the room there, keeps what is cut, and disturbs no other room",
    (_, sql) => {
      const before = open();
      fill(before);
      before.close();
      change(sql);

      const log = open();
      expect(log.read("a/article", 0).map(({ seq }) => seq)).toEqual([1, 2]);
      expect(cuts).toEqual([{ room: "a/article", seq: 3, records: 3 }]);
      expect(log.read("b/article", 0)).toHaveLength(5);
      expect(log.read("a/article", 0)).toHaveLength(2);
      expect(cuts).toHaveLength(1);
      const fresh = { room: "a/article", update: new Uint8Array([9]) };
      expect(log.append({ records: [fresh], clients: [] })).toEqual([3]);
      log.close();
      expect(setAside()).toMatchObject([{ seq: 3 }, { seq: 4 }, { seq: 5 }]);
    },
  );

  test("[D4] a record that is missing cuts the room before the next one", () => {
    const before = open();
    fill(before);
    before.close();
    change("DELETE FROM record WHERE room = 1 AND seq = 3");

    const log = open();
    expect(log.read("a/article", 1).map(({ seq }) => seq)).toEqual([2]);
    expect(cuts).toEqual([{ room: "a/article", seq: 3, records: 2 }]);
    log.close();
    expect(setAside()).toMatchObject([{ seq: 4 }, { seq: 5 }]);
  });

  test("[D4] a damaged snapshot cuts its whole room, and disturbs no other", () => {
    const before = open();
    fill(before);
    const last = recordSum("a/article", 4, new Uint8Array([4, 4, 4]));
    before.compact({ room: "a/article", seq: 4, update: new Uint8Array([4]) }, last);
    before.close();
    change("UPDATE snapshot SET bytes = x'05'");

    const log = open();
    expect(log.read("a/article", 4).map(({ seq }) => seq)).toEqual([5]);
    expect(log.read("a/article", 0)).toEqual([]);
    expect(cuts).toEqual([{ room: "a/article", seq: 1, records: 2 }]);
    expect(log.read("b/article", 0)).toHaveLength(5);
    log.close();
    expect(setAside()).toMatchObject([{ seq: 4 }, { seq: 5 }]);
  });

  test("[D5] a log torn at any place opens with whole batches, in order", () => {
    const log = open();
    fill(log);
    // the files as they are on disk while the process runs: all is in the WAL
    const wal = readFileSync(`${path}-wal`);
    expect(statSync(path).size).toBeLessThan(wal.length);
    const torn = join(folder, "torn.db");
    const counts = new Set<number>();
    for (let length = wal.length; length > 0; length -= 1111) {
      copyFileSync(path, torn);
      writeFileSync(`${torn}-wal`, wal.subarray(0, length));
      const opened = new SqliteLog(torn, { onCut: noCut, onBroken: noBreak });
      const [a, b] = ["a/article", "b/article"].map((room) => opened.read(room, 0));
      expect(a).toEqual(b);
      expect(a?.map(({ update }) => update[0])).toEqual([1, 2, 3, 4, 5].slice(0, a?.length));
      counts.add(a?.length ?? 0);
      opened.close();
      for (const end of ["", "-wal", "-shm"]) rmSync(`${torn}${end}`, { force: true });
    }
    expect(counts).toEqual(new Set([5, 4, 3, 2, 1, 0]));
    log.close();
  });
});
