// Somebody who comes and goes, writes while there, keeps what was written, and holds the server to its word.

import { setTimeout as wait } from "node:timers/promises";
import * as decoding from "lib0/decoding";
import * as Y from "yjs";
import { ANSWER, encodePush, READY, readAnswer, readReady } from "../../domain/wire.ts";
import { type Connection, join } from "../load/connection.ts";
import { DIALECTS } from "../load/dialect.ts";
import type { JobClient } from "../load/job.ts";
import { Writer } from "../load/writer.ts";

/** Annotations that stay there; with each further one the oldest is taken away. */
const KEEP = 20;

/** Milliseconds between two annotations on average, and before the next try to come in. */
const PACE = 1000;
const AGAIN = 200;

/** Milliseconds after which a server that lets nobody in is not just being started. */
const TOO_LONG = 60_000;

/** One person at one article, across crashes of the server. */
export class Visitor {
  /** Updates that the server said are stored, and how often it knew of less afterwards. */
  acknowledged = 0;
  lost = 0;
  readonly #client: JobClient;
  readonly #random: () => number;
  readonly #dialect = DIALECTS.postil();
  readonly #writer: Writer;
  /** Request → how far the layer had come with it, and the furthest that was acknowledged. */
  readonly #asked = new Map<number, number>();
  #stored = 0;
  #requests = 0;
  /** What the server said at the last joining that it has. */
  #held = new Uint8Array();
  #connection: Connection | null = null;

  constructor(client: JobClient, random: () => number) {
    this.#client = client;
    this.#random = random;
    this.#writer = new Writer(client.userId, KEEP);
  }

  /** The ids of all annotations that must be there in the end. */
  get annotations(): readonly string[] {
    return this.#writer.there;
  }

  /** Comes in, writes until `end` (by `performance.now`), and leaves; sooner when thrown out. */
  async visit(end: number): Promise<void> {
    const connection = await this.#come(end);
    if (!connection) return;
    while (connection.isOpen && performance.now() < end) {
      this.#push(this.#writer.annotate("").update);
      connection.send(this.#dialect.presence(this.#writer.present("")));
      await Promise.race([wait(this.#random() * 2 * PACE), connection.ended]);
    }
    connection.cut();
  }

  /** Comes in until everything that was written is stored; however often that takes. */
  async settle(): Promise<void> {
    const connection = await this.#come(Number.POSITIVE_INFINITY);
    while (connection?.isOpen && this.#asked.size > 0) await wait(AGAIN);
    connection?.cut();
    if (this.#asked.size > 0) await this.settle();
  }

  /** Comes in and sends what the server lacks. Null when it let nobody in until `end`. */
  async #come(end: number): Promise<Connection | null> {
    const start = performance.now();
    while (performance.now() < end) {
      this.#asked.clear();
      try {
        this.#connection = await join({
          ...this.#client,
          dialect: this.#dialect,
          onMessage: (message) => this.#receive(message),
        });
        this.#push(Y.encodeStateAsUpdate(this.#writer.layer, this.#held));
        return this.#connection;
      } catch (error) {
        if (performance.now() - start > TOO_LONG) throw error;
        await wait(AGAIN); // the server is being started
      }
    }
    return null;
  }

  #push(update: Uint8Array): void {
    const { layer } = this.#writer;
    this.#asked.set(++this.#requests, Y.getState(layer.store, layer.clientID));
    this.#connection?.send(encodePush({ request: this.#requests, update }));
  }

  #receive(message: Buffer): void {
    const decoder = decoding.createDecoder(message.subarray(1));
    if (message[0] === READY) this.#compare(readReady(decoder));
    if (message[0] !== ANSWER) return;
    const { request, answer } = readAnswer(decoder);
    if (answer !== "stored") throw new Error(`The server refused an annotation: ${answer}.`);
    this.#stored = Math.max(this.#stored, this.#asked.get(request) ?? 0);
    this.#asked.delete(request);
    this.acknowledged++;
  }

  /** What was acknowledged must be in the state of the server that one comes back to. */
  #compare(stateVector: Uint8Array): void {
    const { clientID } = this.#writer.layer;
    const held = Y.decodeStateVector(stateVector).get(clientID) ?? 0;
    if (held < this.#stored) this.lost++;
    this.#held = new Uint8Array(stateVector);
  }
}
