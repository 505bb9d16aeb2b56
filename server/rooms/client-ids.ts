// Whose each Yjs client id is in one article: whoever used it first.

import * as Y from "yjs";
import { type ClientOwner, NOBODY } from "../store/update-log.ts";

/** How many ids that were seen in presence only are remembered. */
const RESERVED = 5000;

export class ClientIds {
  readonly #article: string;
  readonly #bound: Map<number, string>;
  readonly #reserved = new Map<number, string>();

  /** `bound`: what the log knows. */
  constructor(article: string, bound: ReadonlyMap<number, string>) {
    this.#article = article;
    this.#bound = new Map(bound);
  }

  /** The user that an id belongs to, or null. */
  readonly ownerOf = (client: number): string | null =>
    this.#bound.get(client) ?? this.#reserved.get(client) ?? null;

  /**
   * Keeps an id that a socket shows itself with for its user, as long as the article is open: it will
   * write with the same id. False when it is somebody else's.
   */
  reserve(client: number, user: string): boolean {
    const owner = this.ownerOf(client);
    if (owner !== null) return owner === user;
    if (this.#reserved.size >= RESERVED) {
      const [oldest] = this.#reserved.keys();
      if (oldest !== undefined) this.#reserved.delete(oldest);
    }
    this.#reserved.set(client, user);
    return true;
  }

  /** Binds ids for good; returns those that the log has to learn. */
  bind(clients: readonly number[], user: string): ClientOwner[] {
    const fresh = clients.filter((client) => !this.#bound.has(client));
    for (const client of fresh) this.#bound.set(client, user);
    return fresh.map((client) => ({ article: this.#article, client, user }));
  }

  /** An id that nobody has. */
  fresh(): number {
    const client = new Y.Doc().clientID;
    return this.ownerOf(client) === null ? client : this.fresh();
  }

  /** Nobody may write with these any more. */
  retire(clients: readonly number[]): void {
    for (const client of clients) this.#bound.set(client, NOBODY);
  }

  /** Takes bindings back that did not reach the disk. */
  release(owners: readonly ClientOwner[]): void {
    for (const { client, user } of owners) {
      this.#bound.delete(client);
      this.reserve(client, user);
    }
  }
}
