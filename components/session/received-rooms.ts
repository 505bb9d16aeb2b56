// Other people's layers, my own and the article's state, as the server sends them: whole, or as an excerpt
// of what this person may see.

import * as Y from "yjs";
import { renewalOf } from "#domain/annotation/renewed-layer.ts";
import type { Held, RoomUpdate } from "#domain/wire.ts";
import { FROM_SERVER } from "./layer-outbox.ts";

/**
 * What became of an update: used (or known already), there was a hole before it, or its layer was begun
 * anew and cannot go into the document that is here.
 */
type Receipt = "used" | "hole" | "renewed";

/** Follows the document of a room from before its first content. Returns the function that lets go of it. */
type Follow = (room: string, doc: Y.Doc) => () => void;

type Room = { readonly doc: Y.Doc; readonly letGo: () => void };

/** The documents by room name, and how far each has been received. */
export class ReceivedRooms {
  readonly #rooms = new Map<string, Room>();
  /** Of rooms that are received whole. */
  readonly #held = new Map<string, number>();
  /** Of rooms that are received as excerpts. */
  readonly #excerpts = new Map<string, number>();
  /** Excerpts that were not told again since an answer began. */
  readonly #stale = new Set<string>();
  readonly #follow: Follow;

  constructor(follow: Follow) {
    this.#follow = follow;
  }

  get held(): Held {
    return this.#held;
  }

  /** Uses `doc` for a room from the start (my own layer). */
  adopt(room: string, doc: Y.Doc): void {
    this.#rooms.set(room, { doc, letGo: this.#follow(room, doc) });
  }

  /** Takes an update in. A layer whose updates cannot be read stays as it was; the others go on. */
  receive({ room, after, seq, update }: RoomUpdate): Receipt {
    const held = this.#held.get(room) ?? 0;
    if (after > held) return "hole";
    // a whole room counts whatever its number: a server that lost records begins with lower ones
    if (after > 0 && seq <= held) return "used";
    if (this.#excerpts.has(room)) this.#drop(room);
    if (after === 0 && this.#isRenewed(room, update)) return "renewed";
    this.#held.set(room, seq);
    this.#apply(room, update);
    return "used";
  }

  /** The same for an excerpt: one that is whole stands in the place of all that was held of the room. */
  receiveExcerpt({ room, after, seq, update }: RoomUpdate): "used" | "hole" {
    const held = this.#excerpts.get(room) ?? 0;
    if (after > held) return "hole";
    if (after > 0 && seq <= held) return "used";
    if (after === 0 && !(this.#excerpts.has(room) && this.#knowsAll(room, update)))
      this.#drop(room);
    this.#stale.delete(room);
    this.#excerpts.set(room, seq);
    this.#apply(room, update);
    return "used";
  }

  /** All that may be seen is told from here to `complete`. */
  expectAll(): void {
    for (const room of this.#excerpts.keys()) this.#stale.add(room);
  }

  /** What was an excerpt and was not told again is not seen any more. */
  complete(): void {
    for (const room of this.#stale) this.#drop(room);
    this.#stale.clear();
  }

  /** Forgets rooms that may not be seen any more. */
  forget(rooms: readonly string[]): void {
    for (const room of rooms) this.#drop(room);
  }

  destroy(): void {
    for (const { doc } of this.#rooms.values()) doc.destroy();
  }

  #apply(room: string, update: Uint8Array): void {
    if (!this.#rooms.has(room)) this.adopt(room, new Y.Doc());
    const { doc } = this.#rooms.get(room) ?? {};
    try {
      if (doc) Y.applyUpdate(doc, update, FROM_SERVER);
    } catch (error) {
      reportError(error);
    }
  }

  #drop(room: string): void {
    const known = this.#rooms.get(room);
    this.#rooms.delete(room);
    this.#held.delete(room);
    this.#excerpts.delete(room);
    this.#stale.delete(room);
    known?.letGo();
    known?.doc.destroy();
  }

  /** Whether a whole room is another document than the one of which something is here. */
  #isRenewed(room: string, update: Uint8Array): boolean {
    const here = this.#rooms.get(room)?.doc;
    if (!here || here.store.clients.size === 0) return false;
    const whole = new Y.Doc();
    try {
      Y.applyUpdate(whole, update);
    } catch {
      return false; // what cannot be read leaves everything as it is
    }
    return renewalOf(whole) !== renewalOf(here);
  }

  /** Whether an update brings the very writings that are here: ids in excerpts follow from the content. */
  #knowsAll(room: string, update: Uint8Array): boolean {
    const { doc } = this.#rooms.get(room) ?? {};
    if (!doc) return false;
    const here = Y.decodeStateVector(Y.encodeStateVector(doc));
    const there = Y.decodeStateVector(Y.encodeStateVectorFromUpdate(update));
    return (
      here.size === there.size && [...there].every(([client, clock]) => here.get(client) === clock)
    );
  }
}
