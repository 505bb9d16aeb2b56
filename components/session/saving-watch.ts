// How what this person wrote stands with the server: judged anew whenever something has happened.

import type { Lock } from "#domain/talk/article-state.ts";
import type { Saving } from "./article-session.ts";
import type { Connection } from "./connection.ts";
import type { LayerOutbox } from "./layer-outbox.ts";
import { type Readable, Store } from "./store.ts";

/** How long an edit of a locked text may go unanswered before it counts as refused, in milliseconds. */
const LOCK_PATIENCE = 2000;

/**
 * How long everything must have been saved, or kept, before that is told, in milliseconds: what comes and goes
 * with every key tells nobody anything.
 */
const CALM = 250;

/** What decides about saving. */
export type SavingParts = {
  readonly outbox: Pick<LayerOutbox, "refusal" | "isStored" | "isWaiting">;
  readonly connection: Pick<Connection, "isOpen" | "isArticleStored" | "articleWaits">;
  readonly lock: Readable<Lock | null>;
  /** Whether this person may edit the text. */
  readonly edits: boolean;
  /** Whether all that was done here outlives a reload of the page. */
  readonly isKept: () => boolean;
};

/** Whether work is as safe as it can be from now on, which it was not before. */
function isCalming(now: Saving, next: Saving): boolean {
  if (now.state === "offline" && next.state === "offline") {
    return now.waiting === "unkept" && next.waiting === "kept";
  }
  return now.state === "saving" && next.state === "saved";
}

export class SavingWatch {
  readonly saving = new Store<Saving>({ state: "connecting" });
  readonly #parts: SavingParts;
  #lockTimer: ReturnType<typeof setTimeout> | null = null;
  #calmTimer: ReturnType<typeof setTimeout> | null = null;
  #closed: number | null = null;
  #wasOpen = false;

  constructor(parts: SavingParts) {
    this.#parts = parts;
  }

  onDisconnect(): void {
    this.#wasOpen = true;
    this.judge();
  }

  /** The server ended the connection for good, with this code. */
  onClosed(code: number): void {
    this.#closed = code;
    this.judge();
  }

  /** The connection is sought again after all. */
  onReconnect(): void {
    this.#closed = null;
    this.judge();
  }

  /** To be called when something that decides about saving has changed. */
  judge(): void {
    if (this.#calmTimer) clearTimeout(this.#calmTimer);
    const next = this.#now();
    if (isCalming(this.saving.get(), next))
      this.#calmTimer = setTimeout(() => this.#tell(this.#now()), CALM);
    else this.#tell(next);
  }

  destroy(): void {
    if (this.#lockTimer) clearTimeout(this.#lockTimer);
    if (this.#calmTimer) clearTimeout(this.#calmTimer);
  }

  #tell(next: Saving): void {
    if (JSON.stringify(next) !== JSON.stringify(this.saving.get())) this.saving.set(next);
  }

  #now(): Saving {
    const { outbox, connection, edits } = this.#parts;
    const { refusal, isStored } = outbox;
    if (this.#closed !== null) return { state: "closed", code: this.#closed };
    if (refusal !== null) return { state: "refused", refusal };
    if (!connection.isOpen) return this.#withoutConnection();
    if (isStored && (connection.isArticleStored || !edits)) return { state: "saved" };
    return this.#isLockedOut() ? { state: "refused", refusal: "locked" } : { state: "saving" };
  }

  #withoutConnection(): Saving {
    const { outbox, connection, isKept } = this.#parts;
    if (!this.#wasOpen) return { state: "connecting" };
    const isWaiting = outbox.isWaiting || connection.articleWaits > 0;
    return { state: "offline", waiting: isWaiting ? (isKept() ? "kept" : "unkept") : "nothing" };
  }

  /** Whether the text was locked before my edit of it arrived: the server passes over it in silence. */
  #isLockedOut(): boolean {
    const { lock, connection } = this.#parts;
    if (lock.get() === null || connection.articleWaits === 0) return false;
    if (connection.articleWaits >= LOCK_PATIENCE) return true;
    this.#lockTimer ??= setTimeout(() => {
      this.#lockTimer = null;
      this.judge();
    }, LOCK_PATIENCE);
    return false;
  }
}
