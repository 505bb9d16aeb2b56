// What one client writes, byte for byte as a browser would: annotations of a layer, and presence.

import * as encoding from "lib0/encoding";
import * as Y from "yjs";
import { newAnnotationId } from "../../domain/annotation/annotation-id.ts";
import { addAnnotation, removeAnnotation } from "../../domain/annotation/layer.ts";

/** Fills an annotation up to about 155 bytes, and a presence update to about 250. */
const QUOTE = "the officials said on Monday in a statement that was read out twice";
const PREFIX = " of talks, as ";
const SUFFIX = ", while othe";

/** A layer that is written and never read: its updates go where the caller sends them. */
export class Writer {
  readonly layer = new Y.Doc();
  /** The Yjs client id that presence is sent under. */
  readonly #presenceClient = new Y.Doc().clientID;
  readonly #userId: string;
  #presenceClock = 0;
  #update: Uint8Array | null = null;
  /** The ids of the annotations that are there, the oldest first. */
  readonly there: string[] = [];
  readonly #keep: number;

  /** The layer of this user, who takes the oldest annotation away with each that goes beyond `keep`. */
  constructor(userId: string, keep = Number.POSITIVE_INFINITY) {
    this.#userId = userId;
    this.#keep = keep;
    this.layer.on("update", (update: Uint8Array) => {
      this.#update = update;
    });
  }

  /** Adds an annotation whose quote begins with `words`; returns its id and the update (V1). */
  annotate(words: string): { id: string; update: Uint8Array } {
    const id = newAnnotationId();
    const update = this.change(() => {
      this.#add(id, words);
      this.there.push(id);
      const oldest = this.there.length > this.#keep ? this.there.shift() : undefined;
      if (oldest !== undefined) removeAnnotation(this.layer, oldest);
    });
    return { id, update };
  }

  /** Changes the layer; returns the update (V1). Throws when nothing was changed. */
  change(act: () => void): Uint8Array {
    this.#update = null;
    this.layer.transact(act);
    if (this.#update === null) throw new Error("A change made no update.");
    return this.#update;
  }

  #add(id: string, words: string): void {
    addAnnotation(this.layer, {
      id,
      kind: "claim",
      label: "fact",
      createdAt: Date.now(),
      anchor: {
        start: { client: this.layer.clientID, clock: 12 },
        end: { client: this.layer.clientID, clock: 84 },
        quote: `${words} ${QUOTE}`,
        prefix: PREFIX,
        suffix: SUFFIX,
      },
    });
  }

  /** The next awareness update: a selection that carries `words`, and who selects. */
  present(words: string): Uint8Array {
    const position = { type: { client: this.layer.clientID, clock: 12 }, assoc: 0 };
    const state = {
      selection: { start: { ...position, tname: words }, end: { ...position, assoc: -1 } },
      note: null,
      user: { id: this.#userId, name: "Curious Otter", colour: 7 },
    };
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, 1);
    encoding.writeVarUint(encoder, this.#presenceClient);
    encoding.writeVarUint(encoder, ++this.#presenceClock);
    encoding.writeVarString(encoder, JSON.stringify(state));
    return encoding.toUint8Array(encoder);
  }
}
