// The copy of one's own work that this browser keeps, so that nothing is lost without a connection.

import * as idb from "lib0/indexeddb";
import { IndexeddbPersistence } from "y-indexeddb";
import * as Y from "yjs";

/** How long a browser may take to open its store before we go on without it, in milliseconds. */
const PATIENCE = 1500;

/** Where y-indexeddb keeps updates. */
const UPDATES = "updates";

type CopyParts = {
  readonly name: string;
  readonly doc: Y.Doc;
  /** Whether the document takes the place of what is kept. */
  readonly isAnew: boolean;
  /** Called when `isKept` may have changed. */
  readonly onChange: () => void;
};

export class BrowserCopy {
  /** Resolves when what was kept has been read, or can't be. */
  readonly opened: Promise<void>;
  readonly #parts: CopyParts;
  #store: IndexeddbPersistence | null = null;
  /** How many updates were made here, and how many of them are known to be in the store. */
  #made = 0;
  #kept = 0;
  #isAsking = false;

  /** Keeps every update of a document. */
  constructor(parts: CopyParts) {
    this.#parts = parts;
    const isThere = typeof indexedDB !== "undefined";
    if (isThere && !parts.isAnew) this.#attach();
    this.opened = isThere ? this.#open() : Promise.resolve();
    parts.doc.on("update", this.#onUpdate);
  }

  /** Whether everything that was made here outlives a reload. */
  get isKept(): boolean {
    return this.#kept === this.#made;
  }

  async #open(): Promise<void> {
    const pause = new Promise((resolve) => setTimeout(resolve, PATIENCE));
    await Promise.race([this.#read(), pause]);
  }

  async #read(): Promise<void> {
    const { name, doc, isAnew } = this.#parts;
    if (isAnew && !(await replace(name, Y.encodeStateAsUpdate(doc)))) return;
    if (!doc.isDestroyed) await this.#attach().whenSynced;
    this.#ask();
  }

  /** The store keeps what comes from here on, and what there is. */
  #attach(): IndexeddbPersistence {
    const { name, doc } = this.#parts;
    this.#store ??= new IndexeddbPersistence(name, doc);
    return this.#store;
  }

  /** The store has been handed the update already: it listened before. */
  readonly #onUpdate = (_update: Uint8Array, origin: unknown): void => {
    if (origin === this.#store) return;
    this.#made++;
    this.#parts.onChange();
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
      this.#parts.onChange();
      this.#ask();
    };
  }
}

/** Puts a document in the place of what is kept under a name. False when that cannot be: then nothing has changed. */
async function replace(name: string, update: Uint8Array): Promise<boolean> {
  try {
    const database = await idb.openDB(name, (created: IDBDatabase) =>
      idb.createStores(created, [[UPDATES, { autoIncrement: true }], ["custom"]]),
    );
    const transaction = database.transaction(UPDATES, "readwrite");
    transaction.objectStore(UPDATES).clear();
    transaction.objectStore(UPDATES).add(update);
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = reject;
    });
    database.close();
    return true;
  } catch {
    return false; // a browser that keeps nothing, or is full
  }
}
