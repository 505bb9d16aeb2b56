// The server is ended and stopped at random while many write.

import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Game } from "./game.ts";

/** `FAULT_ROUNDS=200 npm test -- unit server/faults` plays the long game. */
const ROUNDS = Number(process.env.FAULT_ROUNDS ?? 8);

let game: Game;
beforeEach(() => {
  game = new Game();
});
afterEach(() => game.end());

test(`[F2] no promise is broken by kill -9 (${ROUNDS} rounds, 20 writers)`, {
  timeout: ROUNDS * 30_000,
}, async () => {
  const broken = await game.play({
    ...{ rounds: ROUNDS, writers: 20 },
    fault: (server) => server.kill(),
  });
  expect(broken).toEqual([]);
});

test("[F3] no promise is broken by an end in order while all write, and it ends in order", {
  timeout: 120_000,
}, async () => {
  const broken = await game.play({
    ...{ rounds: 3, writers: 10 },
    fault: async (server) => {
      server.signal("SIGTERM");
      expect(await server.ended).toBe(0);
      expect(server.errors).toBe("");
    },
  });
  expect(broken).toEqual([]);
});

test("[F4] no promise is broken by a process that stands still for five seconds, and it runs on", {
  timeout: 120_000,
}, async () => {
  const broken = await game.play({
    ...{ rounds: 1, writers: 10 },
    fault: async (server) => {
      server.signal("SIGSTOP");
      const asked = fetch(`${await server.ready()}/healthz`, { signal: AbortSignal.timeout(3000) });
      await expect(asked).rejects.toThrow(/timeout/);
      await pause(2000); // the fault itself
      server.signal("SIGCONT");
    },
  });
  expect(broken).toEqual([]);
  expect(game.server.isOver).toBe(false);
});
