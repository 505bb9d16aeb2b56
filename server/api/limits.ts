// How often something may be done: buckets of tokens that fill up again, in memory.

/** From how many buckets on those that are full again are forgotten. */
const MANY = 10_000;

/** `burst` at once, and then one more every `refill` milliseconds. */
export type Rate = { readonly burst: number; readonly refill: number };

type Bucket = { tokens: number; at: number };

/** One bucket for each key. */
export class TokenBuckets {
  readonly #rate: Rate;
  readonly #buckets = new Map<string, Bucket>();
  #sweepAt = MANY;

  constructor(rate: Rate) {
    this.#rate = rate;
  }

  /** Takes a token. Returns 0, or the milliseconds until there will be one. */
  take(key: string, now: number): number {
    const bucket = this.#fill(key, now);
    if (bucket.tokens < 1) return Math.ceil((1 - bucket.tokens) * this.#rate.refill);
    bucket.tokens -= 1;
    return 0;
  }

  #fill(key: string, now: number): Bucket {
    const { burst, refill } = this.#rate;
    const old = this.#buckets.get(key) ?? { tokens: burst, at: now };
    const gained = Math.max(0, now - old.at) / refill;
    const bucket = { tokens: Math.min(burst, old.tokens + gained), at: now };
    if (this.#buckets.size >= this.#sweepAt) this.#forgetFull(now);
    this.#buckets.set(key, bucket);
    return bucket;
  }

  #forgetFull(now: number): void {
    const { burst, refill } = this.#rate;
    for (const [key, { tokens, at }] of this.#buckets) {
      if (tokens + (now - at) / refill >= burst) this.#buckets.delete(key);
    }
    this.#sweepAt = Math.max(MANY, this.#buckets.size * 2);
  }
}

export type Limits = Readonly<
  Record<"guests" | "owners" | "articles" | "schemes" | "annotations", TokenBuckets>
>;

/**
 * Wide enough for several classes behind one address. Guests and owners are counted by address,
 * articles, schemes and annotations by person.
 */
export function createLimits(): Limits {
  return {
    guests: new TokenBuckets({ burst: 300, refill: 1000 }),
    owners: new TokenBuckets({ burst: 10, refill: 60_000 }),
    articles: new TokenBuckets({ burst: 30, refill: 20_000 }),
    schemes: new TokenBuckets({ burst: 30, refill: 10_000 }),
    annotations: new TokenBuckets({ burst: 300, refill: 20 }),
  };
}
