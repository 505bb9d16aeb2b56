// What is being written just now for several people in many commits. Whoever is erased meanwhile waits until
// it has ended or was undone: else what comes after would stay.

/** The user ids of those for whom something writes; it adds them before it begins. */
type People = Set<string>;

export class UnderWay {
  readonly #works = new Map<People, Promise<unknown>>();

  /** Does something that adds to `people` for whom it writes. Rejects as it does. */
  async run<T>(work: (people: People) => Promise<T>): Promise<T> {
    const people: People = new Set();
    const running = work(people);
    this.#works.set(people, running);
    return await running.finally(() => this.#works.delete(people));
  }

  /** Resolves when nothing writes for somebody any more that does so now. Never rejects. */
  async over(userId: string): Promise<void> {
    const all = [...this.#works].filter(([people]) => people.has(userId));
    await Promise.allSettled(all.map(([, running]) => running));
  }
}
