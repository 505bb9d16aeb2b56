// Figures about sockets: how many there are, how they end, and what becomes of updates.

import { Counter, Gauge, Histogram, type Registry } from "prom-client";
import type { Answer } from "#domain/wire.ts";

export class SyncMetrics {
  readonly #endings: Counter<"code">;
  readonly #answers: Counter<"answer">;
  readonly #seconds: Histogram;

  /** `sockets` is asked how many are open. */
  constructor(registry: Registry, sockets: () => number) {
    const registers = [registry];
    new Gauge({
      name: "postil_sockets",
      help: "Open sockets.",
      registers,
      collect() {
        this.set(sockets());
      },
    });
    this.#endings = new Counter({
      name: "postil_sockets_ended_total",
      help: "Sockets that the server closed, by close code: 1013 read too slowly, 4429 flooded.",
      labelNames: ["code"],
      registers,
    });
    this.#answers = new Counter({
      name: "postil_updates_total",
      help: "Updates that came over sockets, by what became of them.",
      labelNames: ["answer"],
      registers,
    });
    this.#seconds = new Histogram({
      name: "postil_acknowledgement_seconds",
      help: "Time from an update's arrival until it is on disk and its sender is told.",
      buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5],
      registers,
    });
  }

  /** The server closed a socket, or turned it away. */
  ended(code: number): void {
    this.#endings.inc({ code });
  }

  /** An update was just received; the function that is returned is told what became of it. */
  received(): (answer: Answer) => void {
    const took = this.#seconds.startTimer();
    return (answer) => {
      this.#answers.inc({ answer });
      if (answer === "stored") took();
    };
  }
}
