// Whether everyone who came in may still be here: looked at when something changed, and every few seconds
// for what nobody tells of (a session runs out, a row changes past the server).

import type { Logger } from "pino";
import type { Sharing } from "../access/sight.ts";
import type { Attendance, Standing, Visitors } from "../access/visitors.ts";

/** A socket. */
export type Watched = {
  readonly attendance: Attendance;
  /** Told at each look; `sharing` is null when there is no such article. */
  readonly onLook: (standing: Standing, sharing: Sharing | null) => void;
};

export type WatchOptions = {
  readonly visitors: Visitors;
  readonly report: Logger;
  /** Milliseconds between two looks. */
  readonly every: number;
};

export class Watch {
  readonly #options: WatchOptions;
  readonly #watched = new Set<Watched>();
  #timer: NodeJS.Timeout | null = null;
  /** The look under way, and the one that begins after it. */
  #current: Promise<void> = Promise.resolve();
  #next: Promise<void> | null = null;
  /** How many looks have begun. */
  #looks = 0;

  constructor(options: WatchOptions) {
    this.#options = options;
  }

  /** Another number after each look: what was found out before may have changed since. */
  get looks(): number {
    return this.#looks;
  }

  /** Watches a socket until the function that is returned is called. */
  add(watched: Watched): () => void {
    this.#watched.add(watched);
    this.#timer ??= setInterval(this.look, this.#options.every).unref();
    return () => this.#remove(watched);
  }

  /** Looks at all sockets; resolves when a look that began after this call is over. Never rejects. */
  readonly look = (): Promise<void> => {
    this.#next ??= this.#current.then(() => {
      this.#next = null;
      this.#current = this.#lookAtAll();
      return this.#current;
    });
    return this.#next;
  };

  async #lookAtAll(): Promise<void> {
    this.#looks++;
    const { visitors, report } = this.#options;
    const all = [...this.#watched];
    if (all.length === 0) return;
    try {
      const attendances = all.map(({ attendance }) => attendance);
      const standings = await visitors.standings(attendances);
      const sharings = await visitors.sharings(attendances.map(({ articleId }) => articleId));
      for (const [index, { attendance, onLook }] of all.entries()) {
        onLook(standings[index] ?? null, sharings.get(attendance.articleId) ?? null);
      }
    } catch (error) {
      // the store does not answer just now; the next look asks again
      report.warn({ err: error }, "could not look at sessions again");
    }
  }

  #remove(watched: Watched): void {
    this.#watched.delete(watched);
    if (this.#watched.size > 0 || this.#timer === null) return;
    clearInterval(this.#timer);
    this.#timer = null;
  }
}
