// Rounds in which many write and a fault befalls the server; every promise it made is held against what it has afterwards.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect } from "vitest";
import { ServerProcess } from "../server-process.test-kit.ts";
import { until } from "../sync/test-server.ts";
import { Ledger } from "./ledger.ts";
import { seatAt } from "./seat.ts";
import { Writer } from "./writer.ts";

type Rules = {
  readonly rounds: number;
  readonly writers: number;
  /** What happens while all write; afterwards nobody has a connection any more. */
  readonly fault: (server: ServerProcess) => Promise<void>;
};

export class Game {
  readonly #folder = mkdtempSync(join(tmpdir(), "postil-fault-"));
  readonly #ledger = new Ledger();
  #server = this.#process();
  #url = "";

  get server(): ServerProcess {
    return this.#server;
  }

  /** Ends the server, and forgets what it kept. */
  async end(): Promise<void> {
    await this.#server.kill();
    rmSync(this.#folder, { recursive: true });
  }

  /** Plays, and returns every broken promise. */
  async play({ rounds, writers: count, fault }: Rules): Promise<string[]> {
    this.#url = await this.#server.ready();
    const names = Array.from({ length: count }, (_, number) => `Writer ${number}`);
    const writers = await Promise.all(names.map((name) => this.#writer(name)));
    for (let round = 0; round < rounds; round++) {
      await this.#write(writers);
      await fault(this.#server);
      await Promise.all(writers.map((writer) => writer.cut()));
      // half of them come back without a memory of their own
      for (const writer of writers.filter((_, number) => number % 2 === round % 2)) writer.forget();
      if (this.#server.isOver) await this.#restart();
    }
    expect(this.#ledger.promised).toBeGreaterThan(rounds * count);
    return await this.#broken([...writers, await this.#writer("Reader")]);
  }

  /** Resolves at a random moment after some promises were made. */
  async #write(writers: readonly Writer[]): Promise<void> {
    const promised = this.#ledger.promised;
    await Promise.all(writers.map((writer) => writer.join(this.#url)));
    for (const writer of writers) writer.write();
    const isGoing = (): boolean => this.#ledger.promised > promised + writers.length;
    await until(isGoing, "promises that can be broken");
    await pause(Math.random() * 100); // the moment is random; nothing waits for it
  }

  async #broken(all: readonly Writer[]): Promise<string[]> {
    await Promise.all(all.map((each) => each.join(this.#url)));
    const faults = (): string[] =>
      this.#ledger.faults(new Map(all.map((each) => [each.seat.id, each.sees()])));
    await until(() => faults().length === 0, "all see the same", 5000).catch(() => {});
    const broken = faults();
    await Promise.all(all.map((each) => each.cut()));
    return broken;
  }

  async #writer(name: string): Promise<Writer> {
    return new Writer(await seatAt(this.#url, name), this.#ledger);
  }

  async #restart(): Promise<void> {
    this.#server = this.#process();
    this.#url = await this.#server.ready();
  }

  #process(): ServerProcess {
    return new ServerProcess({
      POSTIL_DATA: this.#folder,
      LOG_LEVEL: "fatal",
      POSTIL_LIMIT_MESSAGES: "100000",
    });
  }
}
