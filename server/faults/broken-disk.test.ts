// A disk that reports errors while many write: once, and for good.

import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { ServerProcess } from "../server-process.test-kit.ts";
import { Game } from "./game.ts";
import { seatAt } from "./seat.ts";

/** util-linux has it: every Debian, every Ubuntu. */
const hasLimits = spawnSync("prlimit", ["--version"]).status === 0;

/** Nothing needs it: where it is there and may look into processes, syncing is put to the test, too. */
const hasTracer = spawnSync("strace", ["-e", "trace=none", "true"]).status === 0;

let game: Game;
beforeEach(() => {
  game = new Game();
});
afterEach(() => game.end());

/** From now on every write of the process to a file fails, with EFBIG. */
function refuseWrites({ pid }: ServerProcess): void {
  const { status } = spawnSync("prlimit", ["--pid", String(pid), "--fsize=1"]);
  expect(status).toBe(0);
}

/** From now on the process's calls to sync fail with EIO; `when` is strace's: `1` once, `1+` for good. */
async function refuseSyncs({ pid }: ServerProcess, when: string): Promise<void> {
  const calls = "fsync,fdatasync";
  const inject = `inject=${calls}:error=EIO:when=${when}`;
  const tracer = spawn("strace", ["-f", "-p", String(pid), "-e", `trace=${calls}`, "-e", inject], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  await once(tracer.stderr, "data"); // it says so when it is attached
}

async function endsByItself(server: ServerProcess): Promise<void> {
  expect(await server.ended).toBe(1);
  expect(server.errors).toMatch(/"level":60.*(disk I\/O error|EIO)/);
}

test.skipIf(!hasLimits)(
  "[D11] when writing fails, nothing more is promised, the process ends, and no promise is broken",
  { timeout: 120_000 },
  async () => {
    const fault = async (server: ServerProcess): Promise<void> => {
      refuseWrites(server);
      await endsByItself(server);
    };
    expect(await game.play({ rounds: 2, writers: 10, fault })).toEqual([]);
  },
);

test.skipIf(!hasTracer).for(["1", "1+"])(
  "[D11] when syncing fails (%s), nothing more is promised, the process ends, and no promise is broken",
  { timeout: 120_000 },
  async (when) => {
    const fault = async (server: ServerProcess): Promise<void> => {
      await refuseSyncs(server, when);
      await endsByItself(server);
    };
    expect(await game.play({ rounds: 1, writers: 10, fault })).toEqual([]);
  },
);

test.skipIf(!hasLimits)(
  "[D11] when the file of people and titles cannot be written, it is the same",
  async () => {
    const url = await game.server.ready();
    await seatAt(url, "Ada");
    refuseWrites(game.server);
    const answer = await fetch(`${url}/api/guests`, { method: "POST" }).catch(() => null);
    expect(answer?.ok ?? false).toBe(false);
    await endsByItself(game.server);
  },
);
