// How often a secret may be tried: five times in a quarter of an hour, then less and less often.

/** Tries that cost no wait. */
const FREE = 5;
/** Milliseconds to wait after those; twice as many after each further one. */
const WAIT = 15 * 60 * 1000;
const LONGEST_WAIT = 60 * 60 * 1000;
/** From how many keys on those that nobody tries any more are forgotten. */
const MANY = 10_000;

type Tries = { readonly count: number; readonly until: number; readonly forgetAt: number };

/** Counts tries by key: the e-mail address that was typed, whether somebody has it or not. */
export class Attempts {
  readonly #tries = new Map<string, Tries>();
  #sweepAt = MANY;

  /**
   * Counts a try before its outcome is known, so that many at once are no way around. Returns 0, or
   * the milliseconds until the next one may be made. `now` in milliseconds.
   */
  begin(key: string, now: number): number {
    const before = this.#tries.get(key);
    const known = before !== undefined && now < before.forgetAt ? before : null;
    if (known !== null && now < known.until) return known.until - now;
    const count = (known?.count ?? 0) + 1;
    const wait = count < FREE ? 0 : Math.min(WAIT * 2 ** (count - FREE), LONGEST_WAIT);
    const until = now + wait;
    if (this.#tries.size >= this.#sweepAt) this.#forgetOld(now);
    this.#tries.set(key, { count, until, forgetAt: until + (wait === 0 ? WAIT : LONGEST_WAIT) });
    return 0;
  }

  /** The secret was right: what came before does not count any more. */
  succeed(key: string): void {
    this.#tries.delete(key);
  }

  #forgetOld(now: number): void {
    for (const [key, { forgetAt }] of this.#tries) if (now >= forgetAt) this.#tries.delete(key);
    this.#sweepAt = Math.max(MANY, this.#tries.size * 2);
  }
}
