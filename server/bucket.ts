// A bucket of tokens: so many at once, and then one more each while.

/** `burst` at once, and then one more every `refill` milliseconds. */
export type Rate = { readonly burst: number; readonly refill: number };

export class Bucket {
  readonly #rate: Rate;
  #left: number;
  #at: number;

  /** A full one. `now`: milliseconds by any clock, the same for all calls. */
  constructor(rate: Rate, now: number) {
    this.#rate = rate;
    this.#left = rate.burst;
    this.#at = now;
  }

  /** Takes this many tokens, at most a burst of them. Returns 0, or, when none were taken, the milliseconds until they are there. */
  take(now: number, tokens = 1): number {
    this.#fill(now);
    const wanted = Math.min(tokens, this.#rate.burst);
    if (this.#left < wanted) return (wanted - this.#left) * this.#rate.refill;
    this.#left -= wanted;
    return 0;
  }

  /** Takes tokens that may not be there yet. Returns the milliseconds until all that was taken would have been. */
  owe(now: number, tokens = 1): number {
    this.#fill(now);
    this.#left -= tokens;
    return Math.max(0, -this.#left * this.#rate.refill);
  }

  isFull(now: number): boolean {
    this.#fill(now);
    return this.#left >= this.#rate.burst;
  }

  /** A clock that was put back gives nothing. */
  #fill(now: number): void {
    const gained = Math.max(0, now - this.#at) / this.#rate.refill;
    this.#left = Math.min(this.#rate.burst, this.#left + gained);
    this.#at = now;
  }
}
