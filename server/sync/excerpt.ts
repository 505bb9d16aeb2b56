// What somebody is told of a document that they may not see whole: the entries that may be told, in a
// document that says nothing of the others, nor of how many there are.

import { createHash } from "node:crypto";
import * as Y from "yjs";
import type { RoomUpdate } from "#domain/wire.ts";
import { recordChange } from "../rooms/record-change.ts";

/** An entry of a map of a room's document. */
export type Entry = {
  readonly room: string;
  /** The name of the map. */
  readonly root: string;
  readonly key: string;
};

/** Whether an entry with this value may be told. */
export type MayTell = (entry: Entry, value: unknown) => boolean;

export class Excerpt {
  readonly #room: string;
  readonly #source: Y.Doc;
  readonly #mayTell: MayTell;
  readonly #doc = new Y.Doc();
  /** 0 as long as there is nothing to tell: who is told nothing must not learn that there is something. */
  #seq = 0;

  /** Of `source`, the document of a room, with these entries. */
  constructor(room: string, source: Y.Doc, entries: readonly Entry[], mayTell: MayTell) {
    this.#room = room;
    this.#source = source;
    this.#mayTell = mayTell;
    if (this.#take(entries) !== null) this.#seq = 1;
  }

  /** All of it, to be held instead of whatever was held of the room; null when nothing of it may be told. */
  whole(): RoomUpdate | null {
    if (this.#seq === 0) return null;
    const update = Y.encodeStateAsUpdate(this.#doc);
    return { room: this.#room, after: 0, seq: this.#seq, update };
  }

  /** Takes over what became of these entries in the source; null when nothing of it may be told. */
  follow(touched: readonly Entry[]): RoomUpdate | null {
    const update = this.#take(touched);
    if (update === null) return null;
    const after = this.#seq++;
    return { room: this.#room, after, seq: this.#seq, update };
  }

  #take(entries: readonly Entry[]): Uint8Array | null {
    const takeAll = (): void => {
      for (const entry of entries) this.#takeOne(entry);
    };
    return recordChange(this.#doc, takeAll).update;
  }

  #takeOne(entry: Entry): void {
    const { root, key } = entry;
    const value = this.#source.getMap(root).get(key);
    const told = this.#doc.getMap(root);
    if (value === undefined || !this.#mayTell(entry, value)) {
      told.delete(key);
    } else if (!told.has(key) || !isSame(told.get(key), value)) {
      this.#doc.clientID = writerOf(entry, value);
      told.set(key, value);
    }
  }
}

/**
 * The client id under which an entry is told. It follows from what is told alone: who comes back finds
 * the same writing under the same id, and ids tell nothing of what else was written.
 */
function writerOf({ room, root, key }: Entry, value: unknown): number {
  const hash = createHash("sha256").update(JSON.stringify([room, root, key]));
  hash.update(value instanceof Uint8Array ? value : JSON.stringify(value));
  // as many bits as a client id may have
  return Number(hash.digest().readBigUInt64BE() >> 11n);
}

function isSame(a: unknown, b: unknown): boolean {
  if (a instanceof Uint8Array && b instanceof Uint8Array) return Buffer.compare(a, b) === 0;
  return JSON.stringify(a) === JSON.stringify(b);
}
