// Counts sockets under keys, and keeps each key below its limit.

export class Roll {
  readonly #counts = new Map<string, number>();

  /** Counts one more under each key. Returns the function that strikes it out, or null when one key is full. */
  enter(entries: readonly { readonly key: string; readonly most: number }[]): (() => void) | null {
    if (entries.some(({ key, most }) => this.#count(key) >= most)) return null;
    for (const { key } of entries) this.#counts.set(key, this.#count(key) + 1);
    return () => {
      for (const { key } of entries) this.#strike(key);
    };
  }

  #count(key: string): number {
    return this.#counts.get(key) ?? 0;
  }

  #strike(key: string): void {
    const left = this.#count(key) - 1;
    if (left > 0) this.#counts.set(key, left);
    else this.#counts.delete(key);
  }
}
