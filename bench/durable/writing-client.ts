// A client that annotates as fast as it is answered, and after a crash sends what the server lacks.

import * as decoding from "lib0/decoding";
import * as Y from "yjs";
import { ANSWER, encodePush, READY, readAnswer, readReady } from "../../domain/wire.ts";
import { type Connection, join } from "../load/connection.ts";
import { DIALECTS } from "../load/dialect.ts";
import type { JobClient } from "../load/job.ts";
import { Writer } from "../load/writer.ts";

/** An update without structs and deletions is two zero bytes. */
const EMPTY_UPDATE_BYTES = 2;

/** One person's layer and socket, across crashes of the server. */
export class WritingClient {
  /** The ids of all annotations made. */
  readonly written = new Set<string>();
  /** Those that the server said are stored. */
  readonly answered = new Set<string>();
  readonly #client: JobClient;
  readonly #writer: Writer;
  /** What the request under way holds. */
  #open: readonly string[] = [];
  #request = 0;
  #connection: Connection | null = null;
  #stateVector = new Uint8Array();
  #onStored: (() => void) | null = null;

  constructor(client: JobClient) {
    this.#client = client;
    this.#writer = new Writer(client.userId);
  }

  async connect(): Promise<void> {
    this.#connection = await join({
      ...this.#client,
      dialect: DIALECTS.postil(),
      onMessage: (message) => this.#receive(message),
    });
  }

  /** Writes one annotation after the other until the socket closes. */
  writeOn(): void {
    const { id, update } = this.#writer.annotate(`${this.written.size}`);
    this.written.add(id);
    this.#onStored = () => this.writeOn();
    this.#push(update, [id]);
  }

  /** Sends what the server said at the last joining that it lacks; resolves when it is stored. */
  async sendMissing(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const missing = Y.encodeStateAsUpdate(this.#writer.layer, this.#stateVector);
    this.#onStored = resolve;
    if (missing.length > EMPTY_UPDATE_BYTES) this.#push(missing, [...this.written]);
    else resolve();
    await promise;
  }

  /** Resolves when the connection is gone and all that came before its end was read. */
  async closed(): Promise<void> {
    await this.#connection?.ended;
    this.#onStored = null;
  }

  disconnect(): void {
    this.#connection?.cut();
  }

  #push(update: Uint8Array, ids: readonly string[]): void {
    this.#open = ids;
    this.#connection?.send(encodePush({ request: ++this.#request, update }));
  }

  #receive(message: Buffer): void {
    const decoder = decoding.createDecoder(message.subarray(1));
    if (message[0] === READY) this.#stateVector = new Uint8Array(readReady(decoder));
    if (message[0] !== ANSWER) return;
    const { request, answer } = readAnswer(decoder);
    if (request !== this.#request || answer !== "stored") {
      throw new Error(`Request ${this.#request} was answered with ${request}, ${answer}.`);
    }
    for (const id of this.#open) this.answered.add(id);
    this.#onStored?.();
  }
}
