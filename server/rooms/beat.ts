// The turn in which all that waits is stored and then sent: the first at once, the rest in short windows.

import { Histogram, type Registry } from "prom-client";

/**
 * After a beat the next one waits four times as long as the last one took, and never longer than this
 * many milliseconds. A write to a socket costs 3 to 4 microseconds whatever its size, and a commit a
 * quarter of a millisecond: a class of thirty is served as it writes, and three hundred people who all
 * write are served every 5 ms, which fits into one core and which nobody can see.
 */
const WINDOW = 5;
const REST = 4;

export class Beat {
  readonly #seconds: Histogram;
  readonly #stores = new Set<() => void>();
  readonly #sends = new Set<() => void>();
  #isDue = false;
  /** When the next beat may come, by `performance.now()`. */
  #next = 0;

  constructor(registry: Registry) {
    this.#seconds = new Histogram({
      name: "postil_beat_seconds",
      help: "Time that storing and sending what waited took.",
      buckets: [0.0005, 0.001, 0.005, 0.02, 0.1, 0.5],
      registers: [registry],
    });
  }

  /** Has `task` run in the next beat, before anything is sent. A task that waits already is not added twice. */
  store(task: () => void): void {
    this.#stores.add(task);
    this.#schedule();
  }

  /** Has `task` run in the next beat, after everything was stored. */
  send(task: () => void): void {
    this.#sends.add(task);
    this.#schedule();
  }

  /** Runs at once what waits. */
  now(): void {
    this.#isDue = false;
    const start = performance.now();
    for (const task of take(this.#stores)) task();
    for (const task of take(this.#sends)) task();
    const end = performance.now();
    this.#seconds.observe((end - start) / 1000);
    this.#next = end + Math.min(WINDOW, REST * (end - start));
  }

  #schedule(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    const wait = this.#next - performance.now();
    // a timer cannot wait less than a millisecond
    if (wait < 0.5) setImmediate(this.#onDue);
    else setTimeout(this.#onDue, wait);
  }

  readonly #onDue = (): void => {
    if (this.#isDue) this.now();
  };
}

function take(tasks: Set<() => void>): (() => void)[] {
  const taken = [...tasks];
  tasks.clear();
  return taken;
}
