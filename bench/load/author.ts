// Somebody who writes into an article as it comes, without counting who received it.

import * as Y from "yjs";
import { type Connection, join } from "./connection.ts";
import { type Dialect, type DialectName, dialectAt } from "./dialect.ts";
import type { JobClient } from "./job.ts";
import { Writer } from "./writer.ts";

export class Author {
  readonly #connection: Connection;
  readonly #dialect: Dialect;
  readonly #writer: Writer;

  private constructor(connection: Connection, dialect: Dialect, userId: string) {
    this.#connection = connection;
    this.#dialect = dialect;
    this.#writer = new Writer(userId);
  }

  /** Joins with nothing written yet. From then on a refusal ends the process. */
  static async join(name: DialectName, client: JobClient): Promise<Author> {
    const dialect = dialectAt(name, client.url);
    const onMessage = (message: Buffer): void => {
      const { answer = "stored" } = dialect.answer(message) ?? {};
      if (answer !== "stored") throw new Error(`The server refused an annotation: ${answer}.`);
    };
    const connection = await join({ ...client, dialect, onMessage });
    return new Author(connection, dialect, client.userId);
  }

  /** Sends an annotation whose quote begins with `words`; returns its id. */
  annotate(words: string): string {
    const { id, update } = this.#writer.annotate(words);
    this.#send(update);
    return id;
  }

  /** Changes the layer in one update, and sends it. */
  change(act: (layer: Y.Doc) => void): void {
    this.#send(this.#writer.change(() => act(this.#writer.layer)));
  }

  /** The whole layer as one update. */
  get content(): Uint8Array {
    return Y.encodeStateAsUpdate(this.#writer.layer);
  }

  leave(): void {
    this.#connection.cut();
  }

  #send(update: Uint8Array): void {
    this.#connection.send(this.#dialect.annotation(update));
  }
}
