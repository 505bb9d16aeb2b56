// My own layer on its way to the server: what was sent, what was answered, what is still open.

import * as Y from "yjs";
import { splitUpdate } from "#domain/annotation/split-update.ts";
import { type Answer, encodePush, type Refusal, UPDATE_BYTES } from "#domain/wire.ts";

/** An update without structs and deletions is two zero bytes. */
const EMPTY_UPDATE_BYTES = 2;

/** How many requests may be unanswered before what follows waits, and goes up as one. */
const AT_ONCE = 8;

/** How long to wait before asking a server again whose disk refused, in milliseconds. */
const DISK_PAUSE = 2000;

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
  /** Updates that wait for answers to earlier ones. */
  #later: Uint8Array[] = [];
  #lastRequest = 0;
  #ready = false;
  /** Of the requests with all that the server lacked, those that were not stored. */
  readonly #whole = new Set<number>();
  #changed = false;
  #refusal: Refusal | null = null;

  constructor(layer: Y.Doc, outlet: Outlet) {
    this.#layer = layer;
    this.#outlet = outlet;
    layer.on("update", this.#onUpdate);
  }

  /** Whether everything was answered as stored. */
  get isStored(): boolean {
    return this.#ready && this.#isAnswered && this.#refusal === null;
  }

  /** Whether there is something that the server may not have. */
  get isWaiting(): boolean {
    return this.#changed || !this.#isAnswered;
  }

  get #isAnswered(): boolean {
    return this.#open.size === 0 && this.#later.length === 0;
  }

  get refusal(): Refusal | null {
    return this.#refusal;
  }

  /** The connection went: what was sent without an answer will be sent again after the next READY. */
  onDisconnect(): void {
    if (!this.#isAnswered) this.#changed = true;
    this.#forgetRequests();
    this.#ready = false;
  }

  /** The server told what it holds of the layer. */
  onReady(stateVector: Uint8Array): void {
    this.#ready = true;
    this.#forgetRequests();
    const missing = Y.encodeStateAsUpdate(withoutHistory(this.#layer), stateVector);
    this.#whole.clear();
    if (missing.length > EMPTY_UPDATE_BYTES) {
      for (const request of this.#push(missing)) this.#whole.add(request);
    } else [this.#changed, this.#refusal] = [false, null];
    this.#outlet.onChange();
  }

  onAnswer(request: number, answer: Answer): void {
    if (!this.#open.delete(request)) return;
    if (answer === "stored") this.#onStored(request);
    else if (this.#heals(request, answer))
      this.#greetAgain(answer === "not-stored" ? DISK_PAUSE : 0);
    else this.#refusal = answer;
    this.#pushLater();
    this.#outlet.onChange();
  }

  destroy(): void {
    this.#layer.off("update", this.#onUpdate);
  }

  readonly #onUpdate = (update: Uint8Array, origin: unknown): void => {
    if (origin === FROM_SERVER) return;
    this.#changed = true;
    if (this.#ready) {
      this.#later.push(update);
      this.#pushLater();
    }
    this.#outlet.onChange();
  };

  #onStored(request: number): void {
    if (this.#whole.delete(request) && this.#whole.size === 0) this.#refusal = null;
    if (this.#isAnswered && this.#refusal === null) this.#changed = false;
  }

  /** Whether sending again all that the server lacks may help; not when that was refused itself. */
  #heals(request: number, answer: Refusal): boolean {
    if (answer === "not-stored") return true;
    return (answer === "gap" || answer === "unknown-reference") && !this.#whole.has(request);
  }

  /** Starts anew: what is answered to earlier requests counts no more. */
  #greetAgain(pause: number): void {
    this.#changed = true;
    this.#ready = false;
    this.#forgetRequests();
    setTimeout(this.#outlet.greet, pause);
  }

  /** What is done while much is unanswered goes up as one update: no hand is faster than the server reads. */
  #pushLater(): void {
    if (this.#later.length === 0 || this.#open.size >= AT_ONCE) return;
    const [first, ...others] = this.#later;
    this.#later = [];
    if (first) this.#push(others.length === 0 ? first : Y.mergeUpdates([first, ...others]));
  }

  #forgetRequests(): void {
    this.#open.clear();
    this.#later = [];
  }

  /** Sends an update, in pieces if it has to be; returns the numbers of the requests. */
  #push(update: Uint8Array): number[] {
    return splitUpdate(update, UPDATE_BYTES).map((piece) => {
      const request = ++this.#lastRequest;
      this.#open.add(request);
      this.#outlet.send(encodePush({ request, update: piece }));
      return request;
    });
  }
}

/** The same layer without the superseded values that undo keeps alive: nobody else needs them. */
function withoutHistory(layer: Y.Doc): Y.Doc {
  const copy = new Y.Doc();
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(layer));
  return copy;
}
