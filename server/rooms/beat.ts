// The turn in which all that waits is stored and then sent: the first at once, the rest in short windows.

/**
 * How long a busy server gathers before it stores and sends again, in milliseconds. A write to a socket
 * costs 3 to 4 microseconds whatever its size, and a commit a quarter of a millisecond: at 5 ms three
 * hundred people who all write still fit into one core, and nobody can see the delay.
 */
const WINDOW = 5;

export class Beat {
  readonly #stores = new Set<() => void>();
  readonly #sends = new Set<() => void>();
  #isDue = false;
  #last = Number.NEGATIVE_INFINITY;

  /** Has `task` run in the next beat, before anything is sent. A task that waits already is not added twice. */
  store(task: () => void): void {
    this.#stores.add(task);
    this.#schedule();
  }

  /** Has `task` run in the next beat, after everything was stored. */
  send(task: () => void): void {
    this.#sends.add(task);
    this.#schedule();
  }

  /** Runs at once what waits. */
  now(): void {
    this.#isDue = false;
    this.#last = performance.now();
    for (const task of take(this.#stores)) task();
    for (const task of take(this.#sends)) task();
  }

  #schedule(): void {
    if (this.#isDue) return;
    this.#isDue = true;
    const wait = this.#last + WINDOW - performance.now();
    if (wait <= 0) setImmediate(this.#onDue);
    else setTimeout(this.#onDue, wait);
  }

  readonly #onDue = (): void => {
    if (this.#isDue) this.now();
  };
}

function take(tasks: Set<() => void>): (() => void)[] {
  const taken = [...tasks];
  tasks.clear();
  return taken;
}
