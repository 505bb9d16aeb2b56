// Lets something happen so many times a second; what comes too soon happens later, and only the last of it.

import { Bucket } from "../bucket.ts";

export class Rate {
  readonly #bucket: Bucket;
  #late: NodeJS.Timeout | null = null;

  constructor(perSecond: number, burst: number) {
    this.#bucket = new Bucket({ burst, refill: 1000 / perSecond }, performance.now());
  }

  /** Runs `task` now, or, when there were too many, once a slot is free. A task that waits is not doubled. */
  run(task: () => void): void {
    if (this.#late) return;
    const wait = this.#bucket.take(performance.now());
    if (wait === 0) {
      task();
      return;
    }
    this.#late = setTimeout(() => {
      this.#late = null;
      this.run(task);
    }, wait).unref();
  }

  /** Forgets what waits. */
  stop(): void {
    if (this.#late) clearTimeout(this.#late);
    this.#late = null;
  }
}
