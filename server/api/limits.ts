// How often something may be done: buckets of tokens that fill up again, in memory.

import { Bucket, type Rate } from "../bucket.ts";
import { Attempts } from "./attempts.ts";

/** From how many buckets on those that are full again are forgotten. */
const MANY = 10_000;

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
    const bucket = this.#buckets.get(key) ?? new Bucket(this.#rate, now);
    if (this.#buckets.size >= this.#sweepAt) this.#forgetFull(now);
    this.#buckets.set(key, bucket);
    return Math.ceil(bucket.take(now));
  }

  #forgetFull(now: number): void {
    for (const [key, bucket] of this.#buckets) if (bucket.isFull(now)) this.#buckets.delete(key);
    this.#sweepAt = Math.max(MANY, this.#buckets.size * 2);
  }
}

export type Limits = Readonly<
  Record<
    | "guests"
    | "joins"
    | "invites"
    | "owners"
    | "accounts"
    | "signIns"
    | "recoveries"
    | "letters"
    | "invitations"
    | "articles"
    | "imports"
    | "fetches"
    | "schemes"
    | "annotations"
    | "takings"
    | "forecasts"
    | "erasures"
    | "searches"
    | "hooks",
    TokenBuckets
  > & { passwords: Attempts }
>;

/**
 * Wide enough for several classes behind one address. Guests, joins, owners, accounts, sign-ins,
 * recoveries, erasures of oneself and pages that are fetched are counted by address, letters,
 * invitations and passwords by the e-mail address that was typed, invites, articles, imports, schemes,
 * annotations, searches, webhooks, files to take along and what is told of those of a space by person.
 */
export function createLimits(): Limits {
  return {
    guests: new TokenBuckets({ burst: 300, refill: 1000 }),
    joins: new TokenBuckets({ burst: 300, refill: 1000 }),
    owners: new TokenBuckets({ burst: 10, refill: 60_000 }),
    accounts: new TokenBuckets({ burst: 100, refill: 10_000 }),
    signIns: new TokenBuckets({ burst: 20, refill: 3000 }),
    recoveries: new TokenBuckets({ burst: 20, refill: 30_000 }),
    letters: new TokenBuckets({ burst: 3, refill: 15 * 60_000 }),
    invitations: new TokenBuckets({ burst: 5, refill: 5 * 60 * 60_000 }),
    passwords: new Attempts(),
    invites: new TokenBuckets({ burst: 100, refill: 10_000 }),
    articles: new TokenBuckets({ burst: 30, refill: 20_000 }),
    imports: new TokenBuckets({ burst: 20, refill: 10_000 }),
    fetches: new TokenBuckets({ burst: 60, refill: 3000 }),
    schemes: new TokenBuckets({ burst: 30, refill: 10_000 }),
    takings: new TokenBuckets({ burst: 20, refill: 30_000 }),
    forecasts: new TokenBuckets({ burst: 60, refill: 2000 }),
    erasures: new TokenBuckets({ burst: 40, refill: 60_000 }),
    annotations: new TokenBuckets({ burst: 300, refill: 20 }),
    hooks: new TokenBuckets({ burst: 20, refill: 10_000 }),
    searches: new TokenBuckets({ burst: 60, refill: 500 }),
  };
}
