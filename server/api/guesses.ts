// Wrong codes, counted: so that nobody gets into a class by trying.

/** How many wrong codes are taken from one address, and from all together, in how many milliseconds. */
const GUESSES = {
  address: { most: 10, within: 10 * 60_000 },
  everywhere: { most: 300, within: 60 * 60_000 },
} as const;

/** From how many addresses on those whose time is over are forgotten. */
const MANY = 10_000;

/** The moments of the last wrong codes; no more of them than count. */
type Moments = number[];

export class Guesses {
  readonly #addresses = new Map<string, Moments>();
  readonly #everywhere: Moments = [];
  #sweepAt = MANY;

  /** Notes a wrong code. `now` in milliseconds since 1970. */
  add(address: string, now: number): void {
    const own = this.#addresses.get(address) ?? [];
    this.#addresses.set(address, own);
    note(own, now, GUESSES.address.most);
    note(this.#everywhere, now, GUESSES.everywhere.most);
    if (this.#addresses.size >= this.#sweepAt) this.#sweep(now);
  }

  /** Whether there were so many that a code alone proves nothing: somebody may have found it by trying. */
  areMany(address: string, now: number): boolean {
    const own = this.#addresses.get(address) ?? [];
    return isFull(own, GUESSES.address, now) || isFull(this.#everywhere, GUESSES.everywhere, now);
  }

  #sweep(now: number): void {
    const { within } = GUESSES.address;
    for (const [address, moments] of this.#addresses) {
      if ((moments.at(-1) ?? 0) + within <= now) this.#addresses.delete(address);
    }
    this.#sweepAt = Math.max(MANY, this.#addresses.size * 2);
  }
}

function note(moments: Moments, now: number, most: number): void {
  moments.push(now);
  if (moments.length > most) moments.shift();
}

function isFull(
  moments: Moments,
  { most, within }: { readonly most: number; readonly within: number },
  now: number,
): boolean {
  return moments.length >= most && (moments[0] ?? 0) + within > now;
}
