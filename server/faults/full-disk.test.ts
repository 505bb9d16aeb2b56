// A disk that is full, and has room again: a small one in memory, seen by the server alone.

import { spawnSync } from "node:child_process";
import { closeSync, copyFileSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ServerProcess } from "../server-process.test-kit.ts";
import { until } from "../sync/test-server.ts";
import { Ledger } from "./ledger.ts";
import { seatAt } from "./seat.ts";
import { Writer } from "./writer.ts";

const MOUNT = 'mount -t tmpfs -o size=6m tmpfs "$POSTIL_DATA" && exec "$@"';
const OWN_DISK = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", MOUNT, "sh"];

/** A disk of one's own needs Linux, and a machine that allows it. */
const hasOwnDisk =
  spawnSync("unshare", ["--user", "--map-root-user", "--mount", "true"]).status === 0;

let folder: string;
let server: ServerProcess;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "postil-full-"));
});
afterEach(async () => {
  await server.kill();
  rmSync(folder, { recursive: true });
});

/** A path on the server's own disk. */
const inside = (name: string): string => join(`/proc/${server.pid}/root`, folder, name);

function fillDisk(): void {
  const filler = openSync(inside("filler"), "w");
  try {
    for (const size of [65_536, 4096]) writeUntilFull(filler, Buffer.alloc(size));
  } finally {
    closeSync(filler);
  }
}

function writeUntilFull(file: number, bytes: Buffer): void {
  try {
    while (writeSync(file, bytes) > 0);
  } catch (error) {
    const isFull = error instanceof Error && "code" in error && error.code === "ENOSPC";
    if (!isFull) throw error;
  }
}

test.skipIf(!hasOwnDisk)(
  "[F6] on a full disk nothing is promised and reading goes on; with room again, writing goes on by itself",
  { timeout: 60_000 },
  async () => {
    server = new ServerProcess({ POSTIL_DATA: folder, LOG_LEVEL: "silent" }, OWN_DISK);
    const url = await server.ready();
    const ledger = new Ledger();
    const [ada, ben] = [await seatAt(url, "Ada"), await seatAt(url, "Ben")];
    const writer = new Writer(ada, ledger);
    await writer.join(url);
    writer.write();
    await until(() => ledger.promised > 10, "promises");

    fillDisk();
    await until(() => writer.isRefused, "the disk refuses");
    const reader = new Writer(ben, ledger);
    await reader.join(url);
    expect(ledger.faults(new Map([["ben", reader.sees()]]))).toEqual([]);
    expect(server.isOver).toBe(false);
    const readiness = async (): Promise<number> => (await fetch(`${url}/readyz`)).status;
    await until(async () => (await readiness()) === 503, "it says that it is not ready");
    const headers = { ...ada.headers, "content-type": "application/json" };
    const title = JSON.stringify({ name: "Ada who wants another name" });
    const refused = await fetch(`${url}/api/guests`, { method: "POST", headers, body: title });
    expect([refused.status, (await refused.json()).code]).toEqual([503, "not-stored"]);

    rmSync(inside("filler"));
    await until(async () => (await readiness()) === 200, "it says that it is ready again");
    const before = ledger.promised;
    await until(() => ledger.promised > before + 10, "new promises");
    await writer.rest();
    await until(
      () => reader.sees().get(ada.id)?.length === writer.sees().get(ada.id)?.length,
      "all is told",
    );
    const seen = new Map([
      ["ada", writer.sees()],
      ["ben", reader.sees()],
    ]);
    expect(ledger.faults(seen)).toEqual([]);
    for (const name of ["updates.db", "updates.db-wal"]) {
      copyFileSync(inside(name), join(folder, name));
    }
    const log = new DatabaseSync(join(folder, "updates.db"));
    expect(log.prepare("PRAGMA integrity_check").get()).toEqual({ integrity_check: "ok" });
    log.close();
    await Promise.all([writer.cut(), reader.cut()]);
  },
);
