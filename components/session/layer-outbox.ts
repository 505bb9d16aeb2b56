// My own layer on its way to the server: what was sent, what was answered, what is still open.

import * as Y from "yjs";
import { type Answer, encodePush, type Refusal } from "#domain/wire.ts";

/** An update without structs and deletions is two zero bytes. */
const EMPTY_UPDATE_BYTES = 2;

/** The origin of transactions that came from the server. */
export const FROM_SERVER = "from server";

/** What the outbox needs of the connection. */
export type Outlet = {
  readonly send: (message: Uint8Array) => void;
  /** Asks the server once more what it holds; it answers with READY. */
  readonly greet: () => void;
  readonly onChange: () => void;
};

/**
 * Sends every local change of a layer, and on each READY what the server lacks. A request counts as
 * stored when its answer says so, never before.
 */
export class LayerOutbox {
  readonly #layer: Y.Doc;
  readonly #outlet: Outlet;
  readonly #open = new Set<number>();
  #lastRequest = 0;
  #ready = false;
  #changed = false;
  #refusal: Refusal | null = null;

  constructor(layer: Y.Doc, outlet: Outlet) {
    this.#layer = layer;
    this.#outlet = outlet;
    layer.on("update", this.#onUpdate);
  }

  /** Whether everything was answered as stored. */
  get isStored(): boolean {
    return this.#ready && this.#open.size === 0 && this.#refusal === null;
  }

  /** Whether there is something that the server may not have. */
  get isWaiting(): boolean {
    return this.#changed || this.#open.size > 0;
  }

  get refusal(): Refusal | null {
    return this.#refusal;
  }

  /** The connection went: what was sent without an answer will be sent again after the next READY. */
  onDisconnect(): void {
    if (this.#open.size > 0) this.#changed = true;
    this.#open.clear();
    this.#ready = false;
  }

  /** The server told what it holds of the layer. */
  onReady(stateVector: Uint8Array): void {
    this.#ready = true;
    this.#open.clear();
    const missing = Y.encodeStateAsUpdate(this.#layer, stateVector);
    if (missing.length > EMPTY_UPDATE_BYTES) this.#push(missing);
    else this.#changed = false;
    this.#outlet.onChange();
  }

  onAnswer(request: number, answer: Answer): void {
    if (!this.#open.delete(request)) return;
    if (answer === "gap" || answer === "not-stored") {
      this.#changed = true;
      this.#ready = false;
      setTimeout(this.#outlet.greet, answer === "gap" ? 0 : 2000);
    } else if (answer !== "stored") {
      this.#refusal = answer;
    } else if (this.#open.size === 0) {
      this.#changed = false;
    }
    this.#outlet.onChange();
  }

  destroy(): void {
    this.#layer.off("update", this.#onUpdate);
  }

  readonly #onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin === FROM_SERVER) return;
    this.#changed = true;
    if (this.#ready) this.#push(update);
    this.#outlet.onChange();
  };

  #push(update: Uint8Array): void {
    const request = ++this.#lastRequest;
    this.#open.add(request);
    this.#outlet.send(encodePush({ request, update }));
  }
}
