// What changes in the index of annotations: gathered while acts belong together, then told once.

/** What a change touched. */
export type IndexChange = {
  /** The indexes of blocks to paint anew. */
  readonly blocks: ReadonlySet<number>;
  /** Whether blocks came, went or moved. */
  readonly structural: boolean;
  /** Whether annotations came, went or changed, or lost or found their words. */
  readonly annotations: boolean;
};

export class GatheredChange {
  readonly #listeners = new Set<(change: IndexChange) => void>();
  #blocks = new Set<number>();
  #structural = false;
  #annotations = false;
  #depth = 0;

  subscribe(listener: (change: IndexChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Calls `work`, and then the listeners, unless this is part of a larger work. */
  together(work: () => void): void {
    this.#depth++;
    try {
      work();
    } finally {
      this.#depth--;
      if (this.#depth === 0) this.#tell();
    }
  }

  /** Notes blocks `from` to `until` (exclusive). */
  touchBlocks(from: number, until: number): void {
    for (let block = from; block < until; block++) this.#blocks.add(block);
  }

  touchStructure(): void {
    this.#structural = true;
  }

  touchAnnotations(): void {
    this.#annotations = true;
  }

  silence(): void {
    this.#listeners.clear();
  }

  #tell(): void {
    const change = {
      blocks: this.#blocks,
      structural: this.#structural,
      annotations: this.#annotations,
    };
    this.#blocks = new Set();
    this.#structural = false;
    this.#annotations = false;
    for (const listener of [...this.#listeners]) listener(change);
  }
}
