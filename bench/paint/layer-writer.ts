// Somebody who annotates over the socket, without a browser: to fill an article, and as the others
// whose annotations arrive while it is measured.

import * as decoding from "lib0/decoding";
import * as Y from "yjs";
import type { ArticleText } from "../../domain/article/article-text.ts";
import { ANSWER, articlePath, encodePush, readAnswer } from "../../domain/wire.ts";
import { socketUrl } from "../contenders.ts";
import { type Connection, join } from "../load/connection.ts";
import { DIALECTS } from "../load/dialect.ts";
import { type Guest, sessionHeaders } from "../postil.ts";
import { annotate, type Wanted } from "./layers.ts";

/** An article of which the text is known. */
export type KnownArticle = {
  readonly origin: string;
  readonly id: string;
  readonly text: ArticleText;
};

export class LayerWriter {
  readonly #article: ArticleText;
  readonly #layer = new Y.Doc();
  readonly #waiting = new Map<number, PromiseWithResolvers<void>>();
  #connection: Connection | null = null;
  #request = 0;

  private constructor(article: ArticleText) {
    this.#article = article;
  }

  /** Joins an article as somebody who has written nothing on it yet. */
  static async join(guest: Guest, { origin, id, text }: KnownArticle): Promise<LayerWriter> {
    const writer = new LayerWriter(text);
    writer.#connection = await join({
      url: socketUrl(origin, articlePath(id)),
      headers: sessionHeaders(guest, origin),
      dialect: DIALECTS.postil(),
      onMessage: (message) => writer.#receive(message),
    });
    return writer;
  }

  /** Annotates all passages in one update; resolves when it is on disk. */
  async fill(passages: readonly Wanted[]): Promise<void> {
    await this.#push(this.#updateOf(passages));
  }

  /** Annotates each passage in an update of its own, one right after the other; resolves when all are on disk. */
  async write(passages: readonly Wanted[]): Promise<void> {
    const updates = passages.map((passage) => this.#updateOf([passage]));
    await Promise.all(updates.map((update) => this.#push(update)));
  }

  leave(): void {
    this.#connection?.cut();
  }

  #updateOf(passages: readonly Wanted[]): Uint8Array {
    const before = Y.encodeStateVector(this.#layer);
    this.#layer.transact(() => {
      for (const passage of passages) annotate(this.#layer, this.#article, passage);
    });
    return Y.encodeStateAsUpdate(this.#layer, before);
  }

  #push(update: Uint8Array): Promise<void> {
    const request = ++this.#request;
    const answered = Promise.withResolvers<void>();
    this.#waiting.set(request, answered);
    this.#connection?.send(encodePush({ request, update }));
    return answered.promise;
  }

  #receive(message: Buffer): void {
    if (message[0] !== ANSWER) return;
    const { request, answer } = readAnswer(decoding.createDecoder(message.subarray(1)));
    if (answer === "stored") this.#waiting.get(request)?.resolve();
    else this.#waiting.get(request)?.reject(new Error(`An annotation was refused: ${answer}.`));
    this.#waiting.delete(request);
  }
}
