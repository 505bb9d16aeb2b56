// Work that goes on a few at a time.

export class Lane {
  readonly #width: number;
  readonly #waiting: (() => void)[] = [];
  #busy = 0;

  constructor(width: number) {
    this.#width = width;
  }

  /** Does the work when its turn comes. */
  async run<Done>(work: () => Promise<Done>): Promise<Done> {
    if (this.#busy < this.#width) this.#busy++;
    else await new Promise<void>((turn) => this.#waiting.push(turn));
    try {
      return await work();
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#busy--;
    }
  }
}
