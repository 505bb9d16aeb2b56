// A server that is killed and started again, on the same data at the same address.

import { setTimeout as wait } from "node:timers/promises";
import type { RunningServer } from "../run-server.ts";
import { between } from "../seeded-random.ts";
import type { Sample } from "../slope.ts";

/** Milliseconds: the life of a server that will be killed. */
const LIFE = [3000, 12_000] as const;

/** How often the heap is looked at. */
const LOOKS = 30;

export class MortalServer {
  deathsByItself = 0;
  readonly #start: () => Promise<RunningServer>;
  #server: RunningServer;

  constructor(start: () => Promise<RunningServer>, server: RunningServer) {
    this.#start = start;
    this.#server = server;
  }

  get url(): string {
    return this.#server.url;
  }

  /** For so many milliseconds. Returns how often it was killed. */
  async dieAgainAndAgain(milliseconds: number, random: () => number): Promise<number> {
    const end = performance.now() + milliseconds;
    let kills = 0;
    while (performance.now() < end) {
      await wait(between(LIFE, random));
      await this.end();
      this.#server = await this.#start();
      kills++;
    }
    return kills;
  }

  /** For so many milliseconds. `at` is in milliseconds, the value in bytes. */
  async watchHeap(milliseconds: number): Promise<Sample[]> {
    const samples: Sample[] = [];
    while (samples.length < LOOKS) {
      await wait(milliseconds / LOOKS);
      samples.push({ at: performance.now(), value: await this.#server.ask("heap") });
    }
    return samples;
  }

  async end(): Promise<void> {
    if (!this.#server.isUp()) this.deathsByItself++;
    await this.#server.kill();
  }
}
