// Lets something happen so many times a second; what comes too soon happens later, and only the last of it.

export class Rate {
  readonly #perSecond: number;
  readonly #burst: number;
  #left: number;
  #since = performance.now();
  #late: NodeJS.Timeout | null = null;

  constructor(perSecond: number, burst: number) {
    this.#perSecond = perSecond;
    this.#burst = burst;
    this.#left = burst;
  }

  /** Runs `task` now, or, when there were too many, once a slot is free. A task that waits is not doubled. */
  run(task: () => void): void {
    if (this.#late) return;
    this.#refill();
    if (this.#left >= 1) {
      this.#left--;
      task();
      return;
    }
    const wait = ((1 - this.#left) / this.#perSecond) * 1000;
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

  #refill(): void {
    const now = performance.now();
    const gained = ((now - this.#since) / 1000) * this.#perSecond;
    this.#left = Math.min(this.#burst, this.#left + gained);
    this.#since = now;
  }
}
