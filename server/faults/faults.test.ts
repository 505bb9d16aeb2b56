// The server is ended and stopped at random while many write; every promise it made is held against what it has afterwards.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ServerProcess } from "../server-process.test-kit.ts";
import { until } from "../sync/test-server.ts";
import { Ledger } from "./ledger.ts";
import { seatAt } from "./seat.ts";
import { Writer } from "./writer.ts";

/** `FAULT_ROUNDS=200 npm test -- unit server/faults` plays the long game. */
const ROUNDS = Number(process.env.FAULT_ROUNDS ?? 20);

let folder: string;
let server: ServerProcess;
let url: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "postil-kill-"));
});
afterEach(async () => {
  await server.kill();
  rmSync(folder, { recursive: true });
});

async function start(): Promise<void> {
  server = new ServerProcess({
    POSTIL_DATA: folder,
    LOG_LEVEL: "fatal",
    POSTIL_LIMIT_MESSAGES: "100000",
  });
  url = await server.ready();
}

type Game = {
  readonly rounds: number;
  readonly writers: number;
  /** What happens while all write; afterwards nobody has a connection any more. */
  readonly fault: () => Promise<void>;
};

/** Plays rounds of writing and a fault, and returns every broken promise. */
async function play({ rounds, writers: count, fault }: Game): Promise<string[]> {
  await start();
  const ledger = new Ledger();
  const names = Array.from({ length: count }, (_, number) => `Writer ${number}`);
  const writers = (await Promise.all(names.map((name) => seatAt(url, name)))).map(
    (seat) => new Writer(seat, ledger),
  );
  const reader = new Writer(await seatAt(url, "Reader"), ledger);
  for (let round = 0; round < rounds; round++) {
    const promised = ledger.promised;
    await Promise.all(writers.map((writer) => writer.join(url)));
    for (const writer of writers) writer.write();
    await until(() => ledger.promised > promised + count, "promises that can be broken");
    await pause(Math.random() * 100); // the moment is random; nothing waits for it
    await fault();
    await Promise.all(writers.map((writer) => writer.cut()));
    // half of them come back without a memory of their own
    for (const writer of writers.filter((_, number) => number % 2 === round % 2)) writer.forget();
    if (server.isOver) await start();
  }
  const all = [...writers, reader];
  await Promise.all(all.map((each) => each.join(url)));
  const faults = (): string[] =>
    ledger.faults(new Map(all.map((each) => [each.seat.id, each.sees()])));
  await until(() => faults().length === 0, "all see the same", 5000).catch(() => {});
  const broken = faults();
  await Promise.all(all.map((each) => each.cut()));
  expect(ledger.promised).toBeGreaterThan(rounds * count);
  return broken;
}

test(`[F2] no promise is broken by kill -9 (${ROUNDS} rounds, 20 writers)`, {
  timeout: ROUNDS * 30_000,
}, async () => {
  expect(await play({ rounds: ROUNDS, writers: 20, fault: () => server.kill() })).toEqual([]);
});

test("[F3] no promise is broken by an end in order while all write, and it ends in order", {
  timeout: 120_000,
}, async () => {
  const fault = async (): Promise<void> => {
    server.signal("SIGTERM");
    expect(await server.ended).toBe(0);
    expect(server.errors).toBe("");
  };
  expect(await play({ rounds: 3, writers: 10, fault })).toEqual([]);
});

test("[F4] no promise is broken by a process that stands still for five seconds, and it runs on", {
  timeout: 120_000,
}, async () => {
  const fault = async (): Promise<void> => {
    server.signal("SIGSTOP");
    await pause(5000); // the fault itself
    server.signal("SIGCONT");
  };
  expect(await play({ rounds: 1, writers: 10, fault })).toEqual([]);
  expect(server.isOver).toBe(false);
});
