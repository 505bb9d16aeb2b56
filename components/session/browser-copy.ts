// The copy of one's own work that this browser keeps, so that nothing is lost without a connection.

import { IndexeddbPersistence } from "y-indexeddb";
import type * as Y from "yjs";

/** How long a browser may take to open its store before we go on without it, in milliseconds. */
const PATIENCE = 1500;

/** Where y-indexeddb keeps updates. */
const UPDATES = "updates";

export class BrowserCopy {
  /** Resolves when what was kept has been read, or can't be. */
  readonly opened: Promise<void>;
  readonly #store: IndexeddbPersistence | null;
  readonly #onChange: () => void;
  /** How many updates were made here, and how many of them are known to be in the store. */
  #made = 0;
  #kept = 0;
  #isAsking = false;

  /** Keeps every update of `doc` under `name`; `onChange` is called when `isKept` may have changed. */
  constructor(name: string, doc: Y.Doc, onChange: () => void) {
    this.#onChange = onChange;
    this.#store = typeof indexedDB === "undefined" ? null : new IndexeddbPersistence(name, doc);
    this.opened = this.#open();
    doc.on("update", this.#onUpdate);
  }

  /** Whether everything that was made here outlives a reload. */
  get isKept(): boolean {
    return this.#kept === this.#made;
  }

  async #open(): Promise<void> {
    if (this.#store === null) return;
    const synced = this.#store.whenSynced.then(() => this.#ask());
    await Promise.race([synced, new Promise((resolve) => setTimeout(resolve, PATIENCE))]);
  }

  /** The store has been handed the update already: it listened before. */
  readonly #onUpdate = (_update: Uint8Array, origin: unknown): void => {
    if (origin === this.#store) return;
    this.#made++;
    this.#onChange();
    this.#ask();
  };

  /** Reading waits for all that was handed over before. */
  #ask(): void {
    const database = this.#store?.db;
    if (!database || this.#isAsking || this.isKept) return;
    this.#isAsking = true;
    const asked = this.#made;
    const reading = database.transaction(UPDATES, "readonly").objectStore(UPDATES).getKey(0);
    reading.onsuccess = () => {
      this.#isAsking = false;
      this.#kept = asked;
      this.#onChange();
      this.#ask();
    };
  }
}
