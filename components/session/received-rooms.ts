// Other people's layers, my own and the article's state, as the server sends them.

import * as Y from "yjs";
import { renewalOf } from "#domain/annotation/renewed-layer.ts";
import { type Held, type RoomUpdate, STATE_ROOM } from "#domain/wire.ts";
import { FROM_SERVER } from "./layer-outbox.ts";

/**
 * What became of an update: used (or known already), there was a hole before it, or its layer was begun
 * anew and cannot go into the document that is here.
 */
type Receipt = "used" | "hole" | "renewed";

/** The documents by room name, and how far each has been received. */
export class ReceivedRooms {
  readonly #docs = new Map<string, Y.Doc>();
  readonly #held = new Map<string, number>();
  readonly #onLayer: (owner: string, layer: Y.Doc) => void;

  /** `onLayer` is told of each layer once, before its first content. */
  constructor(onLayer: (owner: string, layer: Y.Doc) => void) {
    this.#onLayer = onLayer;
  }

  get held(): Held {
    return this.#held;
  }

  /** Uses `doc` for a room from the start (my own layer, the state). */
  adopt(room: string, doc: Y.Doc): void {
    this.#docs.set(room, doc);
    if (room !== STATE_ROOM) this.#onLayer(room, doc);
  }

  /** Takes an update in. A layer whose updates cannot be read stays as it was; the others go on. */
  receive({ room, after, seq, update }: RoomUpdate): Receipt {
    const held = this.#held.get(room) ?? 0;
    if (after > held) return "hole";
    // a whole room counts whatever its number: a server that lost records begins with lower ones
    if (after > 0 && seq <= held) return "used";
    if (after === 0 && this.#isRenewed(room, update)) return "renewed";
    this.#held.set(room, seq);
    try {
      Y.applyUpdate(this.#doc(room), update, FROM_SERVER);
    } catch (error) {
      reportError(error);
    }
    return "used";
  }

  /** Whether a whole room is another document than the one of which something is here. */
  #isRenewed(room: string, update: Uint8Array): boolean {
    const here = this.#docs.get(room);
    if (!here || here.store.clients.size === 0) return false;
    const whole = new Y.Doc();
    try {
      Y.applyUpdate(whole, update);
    } catch {
      return false; // what cannot be read leaves everything as it is
    }
    return renewalOf(whole) !== renewalOf(here);
  }

  destroy(): void {
    for (const doc of this.#docs.values()) doc.destroy();
  }

  #doc(room: string): Y.Doc {
    const known = this.#docs.get(room);
    if (known) return known;
    const doc = new Y.Doc();
    this.adopt(room, doc);
    return doc;
  }
}
