// A bucket of tokens: so many at once, and then so many a second.

export class Bucket {
  readonly #perSecond: number;
  readonly #burst: number;
  #left: number;
  #since = performance.now();

  constructor(perSecond: number, burst: number) {
    this.#perSecond = perSecond;
    this.#burst = burst;
    this.#left = burst;
  }

  /** Takes this many tokens, at most a burst of them. Returns 0, or, when none were taken, the milliseconds until they are there. */
  take(tokens = 1): number {
    this.#refill();
    const wanted = Math.min(tokens, this.#burst);
    if (this.#left < wanted) return ((wanted - this.#left) / this.#perSecond) * 1000;
    this.#left -= wanted;
    return 0;
  }

  #refill(): void {
    const now = performance.now();
    const gained = ((now - this.#since) / 1000) * this.#perSecond;
    this.#left = Math.min(this.#burst, this.#left + gained);
    this.#since = now;
  }
}
