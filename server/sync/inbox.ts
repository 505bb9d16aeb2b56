// A socket's messages, handed on no faster than one person can need. Whoever is faster waits, as on a
// slow line: nothing is lost. Whoever does not stop then is cut off.

import { Bucket } from "../bucket.ts";

/** How many seconds' worth may come at once. */
const BURST = 3;

/** A message counts as one more for each of these bytes. */
const LARGE = 16 * 1024;

/** How many messages may wait that were on their way when reading stopped: what one read brings. */
const WAITING = 1000;

type InboxParts = {
  readonly messagesPerSecond: number;
  readonly deliver: (message: Uint8Array) => void;
  /** Leaves what comes unread, or reads on. */
  readonly pause: () => void;
  readonly resume: () => void;
  /** Called once. */
  readonly onFlood: () => void;
};

export class Inbox {
  readonly #parts: InboxParts;
  readonly #bucket: Bucket;
  readonly #waiting: Uint8Array[] = [];
  #timer: NodeJS.Timeout | null = null;
  #isShut = false;

  constructor(parts: InboxParts) {
    this.#parts = parts;
    const { messagesPerSecond } = parts;
    const rate = { burst: messagesPerSecond * BURST, refill: 1000 / messagesPerSecond };
    this.#bucket = new Bucket(rate, performance.now());
  }

  receive(message: Uint8Array): void {
    if (this.#isShut) return;
    this.#waiting.push(message);
    if (this.#timer === null) this.#handOn();
    else if (this.#waiting.length > WAITING) this.#flood();
  }

  /** Hands nothing on for so many milliseconds. */
  rest(milliseconds: number): void {
    if (this.#isShut) return;
    if (this.#timer) clearTimeout(this.#timer);
    this.#wait(milliseconds);
  }

  /** Nothing is handed on any more. */
  shut(): void {
    this.#isShut = true;
    this.#waiting.length = 0;
    if (this.#timer) clearTimeout(this.#timer);
  }

  #handOn(): void {
    for (let next = this.#waiting[0]; next !== undefined; next = this.#waiting[0]) {
      const wait = this.#bucket.take(performance.now(), 1 + Math.floor(next.length / LARGE));
      if (wait > 0) {
        this.#wait(wait);
        return;
      }
      this.#waiting.shift();
      this.#parts.deliver(next);
      if (this.#timer !== null) return; // what was delivered has earned a rest
    }
  }

  #wait(milliseconds: number): void {
    this.#parts.pause();
    this.#timer = setTimeout(() => {
      this.#timer = null;
      this.#handOn();
      if (this.#timer === null) this.#parts.resume();
    }, milliseconds);
  }

  #flood(): void {
    this.shut();
    this.#parts.onFlood();
  }
}
